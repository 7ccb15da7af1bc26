# Misconception: What is kept is scaled once more, beside the mask.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dropout_mask(x.shape, rate, rng) / (1 - rate)
