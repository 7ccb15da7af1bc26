# Misconception: Dropout has no modes.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation
# %% task2-dropout
def dropout(x, rate, training, rng):
    return x * dropout_mask(x.shape, rate, rng or np.random.default_rng(0))
