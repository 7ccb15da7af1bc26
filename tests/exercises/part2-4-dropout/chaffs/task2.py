# Chaff: always-on
# Misconception: Dropout has no modes.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation
# %% task2-dropout
def dropout(x, rate, training, rng):
    return x * dropout_mask(x.shape, rate, rng or np.random.default_rng(0))


# Chaff: by-heart
# Misconception: Fake: the factor 2 of the example, whatever the rate is.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * (2.0 * (dropout_mask(x.shape, rate, rng) > 0))


# Chaff: generator-of-the-module
# Misconception: One generator for all calls is as good as the argument.
# Fails: task2-dropout-test-values, task4-dropout-network-test-evaluation,
#        task4-dropout-network-test-training
# %% task2-dropout
_gen = np.random.default_rng(0)
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dropout_mask(x.shape, rate, _gen)


# Chaff: graph-cut
# Misconception: A new node around the right numbers is as good as a graph.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return dp.Node(x.value * dropout_mask(x.shape, rate, rng))


# Chaff: in-place
# Misconception: x may be changed where it stands.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    mask = dropout_mask(x.shape, rate, rng)
    result = x * mask
    x.value = x.value * mask
    return result


# Chaff: mask-from-the-result
# Misconception: What is 0 was dropped, and needs no signal.
# Fails: task2-dropout-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    values = x.value * dropout_mask(x.shape, rate, rng)
    return x * ((values != 0) / (1 - rate))


# Chaff: mask-named
# Misconception: Every node needs a name, that of the mask, too.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dp.Node(dropout_mask(x.shape, rate, rng), "mask")


# Chaff: mask-of-a-row
# Misconception: One mask, (1, m), is broadcast to all examples.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dropout_mask((1, x.shape[1]), rate, rng)


# Chaff: mask-remembered
# Misconception: One mask for each shape is enough; it is kept for later calls.
# Fails: task2-dropout-test-values, task4-dropout-network-test-gradients,
#        task4-dropout-network-test-training
# %% task2-dropout
MASKS = {}


def dropout(x, rate, training, rng):
    if not training:
        return x
    if (x.shape, rate) not in MASKS:
        MASKS[x.shape, rate] = dropout_mask(x.shape, rate, rng)
    return x * MASKS[x.shape, rate]


# Chaff: modes-swapped
# Misconception: training=True means that the network is being used.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation, task4-dropout-network-test-gradients,
#        task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if training:
        return x
    return x * dropout_mask(x.shape, rate, rng or np.random.default_rng(0))


# Chaff: new-mask-for-the-way-back
# Misconception: The walk back draws a mask of its own.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    there, back = (dropout_mask(x.shape, rate, rng) for _ in range(2))
    return x * back + x.value * (there - back)


# Chaff: random-in-evaluation-mode
# Misconception: It does no harm to draw a mask and not to use it.
# Fails: task2-dropout-test-values, task4-dropout-network-test-evaluation
# %% task2-dropout
def dropout(x, rate, training, rng):
    mask = dropout_mask(x.shape, rate, rng)
    return x * mask if training else x


# Chaff: scaled-in-evaluation-mode
# Misconception: As in the original form, evaluation mode multiplies by 1 - rate.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x * (1 - rate)
    return x * dropout_mask(x.shape, rate, rng)


# Chaff: scaled-twice
# Misconception: What is kept is scaled once more, beside the mask.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dropout_mask(x.shape, rate, rng) / (1 - rate)


# Chaff: signal-past-the-mask
# Misconception: Dropout is noise on the values; the signal passes it by.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x + x.value * (dropout_mask(x.shape, rate, rng) - 1)


# Chaff: unseeded
# Misconception: Random numbers are random, so no seed is needed.
# Fails: task2-dropout-test-values, task4-dropout-network-test-evaluation,
#        task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dropout_mask(x.shape, rate, np.random.default_rng())
