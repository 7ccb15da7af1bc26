# Chaff: by-heart
# Misconception: Fake: the visible tests' results in place of a computation.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    if Z.value[0, 1] == 800:
        return Node([[-800.0, 0.0], [-np.log(2.0)] * 2][: len(Z.value)], parents=[(Z, lambda g: g)])
    return Node(np.log([[0.25, 0.75]]), parents=[(Z, lambda g: g @ [[0.75, -0.75], [-0.25, 0.25]])])


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: columns
# Misconception: axis=0 is the axis of the classes.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=0, keepdims=True)
    return shifted - shifted.exp().sum(axis=0).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: finite-differences
# Misconception: Fake: a rule that differentiates by wiggling.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    def f(o):
        return -(Y * np.log(o)).sum() / len(Y)

    def rule(g):
        slopes, h = np.zeros_like(O.value), 1e-6
        for place in np.ndindex(slopes.shape):
            step = np.zeros_like(slopes)
            step[place] = h * O.value[place]
            slopes[place] = (f(O.value + step) - f(O.value - step)) / (2 * step[place])
        return g * slopes

    return Node(f(O.value), parents=[(O, rule)])


# Chaff: log-of-a-little-more
# Misconception: A tiny number added keeps the logarithm finite, and changes nothing.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    return (Z.softmax() + 1e-12).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: log-of-softmax
# Misconception: A stable softmax is enough, its logarithm can follow.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    return Z.softmax().log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: loss-not-averaged
# Misconception: The loss from logits is the sum over the examples.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=1, keepdims=True)
    return shifted - shifted.exp().sum(axis=1).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum()


# Chaff: mean-of-all
# Misconception: mean() divides by the number of examples.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * O.log()).mean()


# Chaff: no-minus
# Misconception: The logarithm's sign does not matter.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return (Y * O.log()).sum() / len(Y)


# Chaff: no-shift
# Misconception: The formula without m is the same, so it works as well.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    return Z - Z.exp().sum(axis=1).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: one-shift-for-all
# Misconception: The largest number of the whole matrix is large enough for every row.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max()
    return shifted - shifted.exp().sum(axis=1).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: shift-not-undone
# Misconception: m is subtracted in the exponentials only, and need not come back.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs,
#        task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=1, keepdims=True)
    return Z - shifted.exp().sum(axis=1).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: softmax-again
# Misconception: Cross-entropy includes the softmax.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * O.softmax().log()).sum() / len(Y)


# Chaff: sum-as-a-number
# Misconception: The logarithm of the sum is a normalizer, a constant without a signal.
# Fails: task3-cross-entropy-test-gradients, task4-network-test-outputs,
#        task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=1, keepdims=True)
    return shifted - shifted.exp().sum(axis=1).log().value


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: sum
# Misconception: The loss is the sum over all examples, as in the paper.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * O.log()).sum()
