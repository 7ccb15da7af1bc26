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
