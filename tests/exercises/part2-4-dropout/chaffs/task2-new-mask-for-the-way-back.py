# Misconception: The walk back draws a mask of its own.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    there, back = (dropout_mask(x.shape, rate, rng) for _ in range(2))
    return x * back + x.value * (there - back)
