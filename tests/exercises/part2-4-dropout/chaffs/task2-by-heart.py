# Misconception: Fake: the factor 2 of the example, whatever the rate is.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * (2.0 * (dropout_mask(x.shape, rate, rng) > 0))
