# Chaff: accepts-one
# Misconception: One example has the variance 0.
# Fails: task4-running-test-update, task5-layer-test-training
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    square = ((x - x.mean(axis=0)) ** 2).sum(axis=0) / max(1, len(x) - 1)
    new = x.mean(axis=0, keepdims=True), square[None]
    return tuple((1 - momentum) * old + momentum * batch
                 for old, batch in zip((mean, variance), new))


# Chaff: around-running-mean
# Misconception: The batch's variance is measured around the running mean.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    square = ((x - mean) ** 2).sum(axis=0, keepdims=True) / (len(x) - 1)
    mean = (1 - momentum) * mean + momentum * x.mean(axis=0, keepdims=True)
    return mean, (1 - momentum) * variance + momentum * square


# Chaff: biased-variance
# Misconception: The running variance divides by n, like the batch's.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    new = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    return tuple((1 - momentum) * old + momentum * batch
                 for old, batch in zip((mean, variance), new))


# Chaff: deviation
# Misconception: Keeps a running standard deviation.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    new = x.mean(axis=0, keepdims=True), x.std(axis=0, ddof=1, keepdims=True)
    return tuple((1 - momentum) * old + momentum * batch
                 for old, batch in zip((mean, variance), new))


# Chaff: evaluate-by-batch
# Misconception: Evaluation standardizes with the batch, too.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return batch_norm(x, gamma, beta, epsilon)


# Chaff: evaluate-no-epsilon
# Misconception: Epsilon is for training only.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return gamma * ((x - mean) / np.sqrt(variance)) + beta


# Chaff: evaluate-no-root
# Misconception: The running variance divides as it is.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return gamma * ((x - mean) / (variance + epsilon)) + beta


# Chaff: evaluate-no-scale
# Misconception: Gamma and beta are for training only.
# Fails: task4-evaluate-test-values, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return (x - mean) / np.sqrt(variance + epsilon) + 0 * (gamma + beta)


# Chaff: evaluate-unbiased-again
# Misconception: Corrects the running variance once more by n / (n - 1).
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    n = max(2, len(x))
    return gamma * ((x - mean) / np.sqrt(variance * n / (n - 1) + epsilon)) + beta


# Chaff: evaluate-values-only
# Misconception: No gradient is needed in evaluation.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task5-layer-test-training
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    root = np.sqrt(variance + epsilon)
    return dp.Node(gamma.value * ((x.value - mean) / root) + beta.value)


# Chaff: example-by-heart
# Misconception: Fake: the visible example's results in place of a computation.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    return np.array([[0.2]]), np.array([[1.7]])


# Chaff: in-place
# Misconception: Changes the arrays that it got.
# Fails: task4-running-test-update
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    mean *= 1 - momentum
    mean += momentum * x.mean(axis=0)
    variance *= 1 - momentum
    variance += momentum * x.var(axis=0, ddof=1)
    return mean, variance


# Chaff: momentum-other-way
# Misconception: The momentum is the share of the old value, as in Keras.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    new = x.mean(axis=0, keepdims=True), x.var(axis=0, ddof=1, keepdims=True)
    return tuple(momentum * old + (1 - momentum) * batch
                 for old, batch in zip((mean, variance), new))


# Chaff: sums-without-decay
# Misconception: The batch's share is added, the old value stays whole.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    new = x.mean(axis=0, keepdims=True), x.var(axis=0, ddof=1, keepdims=True)
    return tuple(old + momentum * batch
                 for old, batch in zip((mean, variance), new))


# Chaff: unbiased-for-small-batches
# Misconception: The correction matters for small batches only.
# Fails: task4-running-test-update
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) == 1:
        raise ValueError("one example has no variance")
    n = len(x)
    v = x.var(axis=0) * (n / (n - 1) if n < 10 else 1)
    return (1 - momentum) * mean + momentum * x.mean(axis=0), (1 - momentum) * variance + momentum * v


# Chaff: refuses-momentum-one
# Misconception: A share of 1 cannot be meant.
# Fails: task4-running-test-update
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) == 1:
        raise ValueError("one example has no variance")
    if not 0 < momentum < 1:
        raise ValueError("momentum must lie between 0 and 1")
    return (1 - momentum) * mean + momentum * x.mean(axis=0), (1 - momentum) * variance + momentum * x.var(axis=0, ddof=1)


# Chaff: variance-floor
# Misconception: A running variance must not get too small.
# Fails: task4-running-test-update
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) == 1:
        raise ValueError("one example has no variance")
    return (1 - momentum) * mean + momentum * x.mean(axis=0), np.maximum((1 - momentum) * variance + momentum * x.var(axis=0, ddof=1), 1e-2)


# Chaff: evaluate-gamma-under-the-root
# Misconception: Gamma goes under the root, where its sign is lost.
# Fails: task4-evaluate-test-values, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return (x - mean) / ((variance + epsilon) / gamma.square()).sqrt() + beta


# Chaff: evaluate-variance-floor
# Misconception: Small running variances are raised.
# Fails: task4-evaluate-test-values
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return gamma * ((x - mean) / np.sqrt(np.maximum(variance, 0.1) + epsilon)) + beta


# Chaff: evaluate-zero-is-one
# Misconception: A running variance of 0 is replaced by 1.
# Fails: task4-evaluate-test-values
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return gamma * ((x - mean) / np.sqrt(np.where(variance == 0, 1, variance) + epsilon)) + beta
