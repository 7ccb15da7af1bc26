# Misconception: One mask, (1, m), is broadcast to all examples.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return x * dropout_mask((1, x.shape[1]), rate, rng)
