# Misconception: One mask for each shape is enough; it is kept for later calls.
# Fails: task2-dropout-test-values, task4-dropout-network-test-gradients,
#        task4-dropout-network-test-training
# %% task2-dropout
MASKS = {}


def dropout(x, rate, training, rng):
    if not training:
        return x
    if (x.shape, rate) not in MASKS:
        MASKS[x.shape, rate] = dropout_mask(x.shape, rate, rng)
    return x * MASKS[x.shape, rate]
