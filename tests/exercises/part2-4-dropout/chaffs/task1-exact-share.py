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
