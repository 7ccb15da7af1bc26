# Misconception: It does no harm to draw a mask and not to use it.
# Fails: task2-dropout-test-values
# %% task2-dropout
def dropout(x, rate, training, rng):
    mask = dropout_mask(x.shape, rate, rng)
    return x * mask if training else x
