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
