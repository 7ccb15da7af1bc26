# Misconception: training=True means that the network is being used.
# Fails: task2-dropout-test-gradients, task2-dropout-test-values,
#        task4-dropout-network-test-evaluation, task4-dropout-network-test-gradients,
#        task4-dropout-network-test-training
# %% task2-dropout
def dropout(x, rate, training, rng):
    if training:
        return x
    return x * dropout_mask(x.shape, rate, rng or np.random.default_rng(0))
