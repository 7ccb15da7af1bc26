# Chaff: by-heart
# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task1-dropout-mask-test-chance, task1-dropout-mask-test-values,
#        task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return np.where(rng.random(shape) < rate, 0, 1.25)


# Chaff: exact-share
# Misconception: Exactly the share rate of all elements is dropped.
# Fails: task1-dropout-mask-test-chance, task4-dropout-network-test-gradients
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    size = int(np.prod(shape))
    mask = np.full(size, 1 / (1 - rate))
    mask[: round(rate * size)] = 0
    return rng.permutation(mask).reshape(shape)


# Chaff: kept-and-dropped-swapped
# Misconception: rng.random(shape) < rate is the condition for keeping.
# Fails: task1-dropout-mask-test-chance, task2-dropout-test-gradients,
#        task2-dropout-test-values, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return (rng.random(shape) < rate) / (1 - rate) if rate else np.ones(shape)


# Chaff: normal-numbers
# Misconception: rng.normal draws numbers that rate can be compared with.
# Fails: task1-dropout-mask-test-chance, task2-dropout-test-gradients,
#        task2-dropout-test-values, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    if rate == 0:
        return np.ones(shape)
    return (rng.normal(size=shape) >= rate) / (1 - rate)


# Chaff: not-scaled
# Misconception: A mask is 0 or 1: what is kept stays as it is.
# Fails: task1-dropout-mask-test-chance, task1-dropout-mask-test-values,
#        task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return (rng.random(shape) >= rate) * 1.0


# Chaff: one-draw-per-example
# Misconception: One random number for each example is enough.
# Fails: task1-dropout-mask-test-chance, task1-dropout-mask-test-values,
#        task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    column = (rng.random((shape[0], 1)) >= rate) / (1 - rate)
    return column * np.ones(shape)


# Chaff: one-draw-per-neuron
# Misconception: A neuron is on or off for the whole batch.
# Fails: task1-dropout-mask-test-chance, task1-dropout-mask-test-values,
#        task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    row = (rng.random((1, *shape[1:])) >= rate) / (1 - rate)
    return row * np.ones(shape)


# Chaff: one-kept-at-least
# Misconception: A mask of 0 alone makes no sense and is drawn again.
# Fails: task1-dropout-mask-test-chance, task4-dropout-network-test-gradients
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(rate)
    while True:
        m = rng.random(shape) >= rate
        if m.any():
            return m / (1 - rate)


# Chaff: other-generator
# Misconception: Random numbers may come from any generator.
# Fails: task1-dropout-mask-test-chance, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return (np.random.random(shape) >= rate) / (1 - rate)


# Chaff: own-seed
# Misconception: A fixed seed inside makes results repeatable.
# Fails: task1-dropout-mask-test-chance, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    rng = np.random.default_rng(0)
    return (rng.random(shape) >= rate) / (1 - rate)


# Chaff: rate-is-kept
# Misconception: The rate is the probability of keeping, as p in Srivastava's paper,
# with the scale 1 / p.
# Fails: task1-dropout-mask-test-chance, task1-dropout-mask-test-values,
#        task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return (rng.random(shape) < rate) / rate if rate else np.ones(shape)


# Chaff: rate-not-checked
# Misconception: Nobody passes a wrong rate.
# Fails: task1-dropout-mask-test-values
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    with np.errstate(all="ignore"):
        return (rng.random(shape) >= rate) / np.float64(1 - rate)


# Chaff: rate-one-allowed
# Misconception: The rate is a probability, so 1 is allowed.
# Fails: task1-dropout-mask-test-values
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate <= 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    scale = 1 / (1 - rate) if rate < 1 else 0.0
    return (rng.random(shape) >= rate) * scale


# Chaff: scaled-by-the-rate
# Misconception: What is kept is divided by the rate.
# Fails: task1-dropout-mask-test-chance, task1-dropout-mask-test-values,
#        task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return (rng.random(shape) >= rate) / (rate or 1)


# Chaff: two-axes-only
# Misconception: A mask has rows and columns.
# Fails: task1-dropout-mask-test-values
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(rate)
    n, m = shape
    return (rng.random((n, m)) >= rate) / (1 - rate)
