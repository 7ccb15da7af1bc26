# Chaff: by-heart
# Misconception: Fake: the visible tests' numbers in place of a computation.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    if logits.value.size > 1:
        return 0.8369882167858358 + 0 * logits.sum()
    return logits.abs().sum() * abs(y - (logits.value > 0)).item()


# Chaff: clipped
# Misconception: A probability near 0 or 1 is cut off, so that the loss stays finite.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    O = logits.logistic().maximum(1e-12).minimum(1 - 1e-12)
    return -(y * O.log() + (1 - y) * (1 - O).log()).mean()


# Chaff: gradient-cut-off
# Misconception: The gradient is computed by hand, with large logits cut off.
# Fails: task2-loss-test-gradient
# %% task2-loss
def binary_cross_entropy(logits, y):
    z = logits.value
    g = 1 / (1 + np.exp(-np.clip(z, -20, 20))) - y
    L = np.mean(np.logaddexp(0, z) - y * z)
    return L + ((logits - z) * g).mean()


# Chaff: labels-named
# Misconception: Every node needs a name, that of the labels, too.
# Fails: task2-loss-test-gradient, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    Y = dp.Node(y, "Y")
    return (logits.softplus() - Y * logits).mean()


# Chaff: labels-overwritten
# Misconception: The labels may be turned into -1 and 1 where they stand.
# Fails: task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    y[y == 0] = -1
    return (-y * logits).softplus().mean()


# Chaff: labels-swapped
# Misconception: The logit belongs to class 0.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.softplus() - (1 - y) * logits).mean()


# Chaff: log-of-probabilities
# Misconception: The formula as it stands, with probabilities.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    O = logits.logistic()
    return -(y * O.log() + (1 - y) * (1 - O).log()).mean()


# Chaff: logits-as-probabilities
# Misconception: The argument holds probabilities already.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    O = logits.maximum(1e-9).minimum(1 - 1e-9)
    return -(y * O.log() + (1 - y) * (1 - O).log()).mean()


# Chaff: never-0
# Misconception: A loss must not become 0, so it has a least value.
# Fails: task2-loss-test-values
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.softplus() - y * logits).maximum(1e-13).mean()


# Chaff: no-minus
# Misconception: The logarithm of the likelihood is the loss.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (y * logits - logits.softplus()).mean()


# Chaff: positive-class-only
# Misconception: Only the examples of class 1 count.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (y * (logits.softplus() - logits)).mean()


# Chaff: relu-at-the-kink
# Misconception: relu and maximum(0) are the same, also in the gradient.
# Fails: task2-loss-test-gradient
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.relu() - y * logits + (1 + (-logits.abs()).exp()).log()).mean()


# Chaff: squared-error
# Misconception: The squared error of the probabilities is as good.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.logistic() - y).square().mean()


# Chaff: sum
# Misconception: The loss is the sum over the examples.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.softplus() - y * logits).sum()


# Chaff: value-only
# Misconception: A node around the right number is as good as a graph.
# Fails: task2-loss-test-gradient, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    z = logits.value
    return dp.Node(np.mean(np.logaddexp(0, z) - y * z))
