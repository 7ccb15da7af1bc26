# Misconception: As in the original form, evaluation mode multiplies by 1 - rate.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x * (1 - rate)
    return x * dropout_mask(x.shape, rate, rng)
