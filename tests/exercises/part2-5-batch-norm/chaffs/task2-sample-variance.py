# Misconception: The variance of a batch divides by n - 1.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centred = x - x.mean(axis=0)
    variance = centred.square().sum(axis=0) / max(1, len(x) - 1)
    return gamma * (centred / (variance + epsilon).sqrt()) + beta
