# Misconception: Dropout is noise on the values; the signal passes it by.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x + x.value * (dropout_mask(x.shape, rate, rng) - 1)
