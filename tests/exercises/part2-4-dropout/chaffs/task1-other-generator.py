# Misconception: Random numbers may come from any generator.
# Fails: task1-dropout-mask-test-chance, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    return (np.random.random(shape) >= rate) / (1 - rate)
