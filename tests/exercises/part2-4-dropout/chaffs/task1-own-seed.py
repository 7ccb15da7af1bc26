# Misconception: A fixed seed inside makes results repeatable.
# Fails: task1-dropout-mask-test-chance, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate < 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    rng = np.random.default_rng(0)
    return (rng.random(shape) >= rate) / (1 - rate)
