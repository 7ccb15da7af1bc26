# Misconception: The parameters' values are enough to compute with.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centred = x - x.mean(axis=0)
    variance = centred.square().mean(axis=0)
    return gamma.value * (centred / (variance + epsilon).sqrt()) + beta.value
