# Chaff: by-heart
# Misconception: Fake: the visible tests' results in place of a computation.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    if Z.value[0, 1] == 800:
        return Node(
            [[-800.0, 0.0], [-np.log(2.0)] * 2][: len(Z.value)],
            parents=[(Z, lambda g: g)],
        )
    return Node(
        np.log([[0.25, 0.75]]),
        parents=[(Z, lambda g: g @ [[0.75, -0.75], [-0.25, 0.25]])],
    )


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
# Fails: task3-cross-entropy-test-log-softmax, task3-cross-entropy-test-gradients,
#        task4-network-test-outputs
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
# Fails: task3-cross-entropy-test-log-softmax, task3-cross-entropy-test-gradients,
#        task4-network-test-outputs
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


# Chaff: a-little-added
# Misconception: A tiny number inside the logarithm changes nothing.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * (O + 1e-15).log()).sum() / len(Y)


# Chaff: probabilities-floored
# Misconception: Probabilities below 1e-12 count as 1e-12.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    low = O.value < 1e-12
    O = O * ~low + 1e-12 * low
    return -(Y * O.log()).sum() / len(Y)


# Chaff: signal-ignored
# Misconception: The loss is the last node, so its signal is always 1.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return Node(
        -(Y * np.log(O.value)).sum() / len(Y),
        parents=[(O, lambda g: -Y / O.value / len(Y))],
    )


# Chaff: mean-for-m
# Misconception: Any m will do, for instance the row's mean.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.mean(axis=1, keepdims=True)
    return shifted - shifted.exp().sum(axis=1).log()


# Chaff: logits-floored
# Misconception: Differences beyond 1000 can be cut off.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    z = np.maximum(Z.value - Z.value.max(axis=1, keepdims=True), -1000)
    v = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    o = np.exp(v)
    return Node(v, parents=[(Z, lambda g: g - o * g.sum(axis=1, keepdims=True))])


# Chaff: rule-without-shift
# Misconception: Only the value needs the shift, the rule uses softmax as it is defined.
# Fails: task3-cross-entropy-test-gradients
# %% task3-cross-entropy
def log_softmax(Z):
    z = Z.value - Z.value.max(axis=1, keepdims=True)
    v = z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def rule(g):
        e = np.exp(Z.value)
        return g - e / e.sum(axis=1, keepdims=True) * g.sum(axis=1, keepdims=True)

    return Node(v, parents=[(Z, rule)])


# Chaff: rule-through-probabilities
# Misconception: The signal is divided by the probability first.
# Fails: task3-cross-entropy-test-gradients
# %% task3-cross-entropy
def log_softmax(Z):
    z = Z.value - Z.value.max(axis=1, keepdims=True)
    v = z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def rule(g):
        o = np.exp(v)
        s = g / o
        return o * (s - (s * o).sum(axis=1, keepdims=True))

    return Node(v, parents=[(Z, rule)])


# Chaff: shift-for-large-only
# Misconception: Logits below 500 need no care.
# Fails: task3-cross-entropy-test-log-softmax
# %% task3-cross-entropy
def log_softmax(Z):
    if np.abs(Z.value).max() < 500:
        return Z.softmax().log()
    shifted = Z - Z.value.max(axis=1, keepdims=True)
    return shifted - shifted.exp().sum(axis=1).log()


# Chaff: last-labels-only
# Misconception: There is one loss at a time, so its labels can be global.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    global LAST
    LAST = Y
    return Node(
        -(Y * np.log(O.value)).sum() / len(Y),
        parents=[(O, lambda g: -g * LAST / O.value / len(LAST))],
    )


# Chaff: signal-made-positive
# Misconception: A signal is positive.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return Node(-(Y * np.log(O.value)).sum() / len(Y),
                parents=[(O, lambda g: -np.abs(g) * Y / O.value / len(Y))])


# Chaff: logits-signal-made-positive
# Misconception: A signal is positive, also that of the loss from logits.
# Fails: task3-cross-entropy-test-gradients
# %% task3-cross-entropy
def cross_entropy_from_logits(Z, Y):
    z = Z.value - Z.value.max(axis=1, keepdims=True)
    v = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return Node(-(Y * v).sum() / len(Y),
                parents=[(Z, lambda g: np.abs(g) * (np.exp(v) - Y) / len(Y))])


# Chaff: last-softmax-only
# Misconception: There is one matrix of logits at a time, so its probabilities can be
# global.
# Fails: task3-cross-entropy-test-gradients
# %% task3-cross-entropy
def log_softmax(Z):
    global LAST_O
    z = Z.value - Z.value.max(axis=1, keepdims=True)
    v = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    LAST_O = np.exp(v)
    return Node(v, parents=[(Z, lambda g: g - LAST_O * g.sum(axis=1, keepdims=True))])


# Chaff: from-probabilities-where-possible
# Misconception: As long as no probability is 0, its logarithm is right.
# Fails: task3-cross-entropy-test-log-softmax
# %% task3-cross-entropy
def cross_entropy_from_logits(Z, Y):
    O = Z.softmax()
    if (O.value > 0).all():
        return cross_entropy(O, Y)
    return -(Y * log_softmax(Z)).sum() / len(Y)


# Chaff: same-probabilities-same-loss
# Misconception: The same node has the same loss.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
KEPT_LOSS = {}


def cross_entropy(O, Y):
    if id(O) not in KEPT_LOSS:
        KEPT_LOSS[id(O)] = (O, -(Y * O.log()).sum() / len(Y))
    return KEPT_LOSS[id(O)][1]


# Chaff: no-keepdims
# Misconception: The largest numbers of the rows can be subtracted as they are.
# Fails: task3-cross-entropy-test-log-softmax, task3-cross-entropy-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=1)
    return shifted - shifted.exp().sum(axis=1).log()
