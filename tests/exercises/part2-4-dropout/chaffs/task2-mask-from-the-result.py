# Misconception: What is 0 was dropped, and needs no signal.
# Fails: task2-dropout-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    values = x.value * dropout_mask(x.shape, rate, rng)
    return x * ((values != 0) / (1 - rate))
