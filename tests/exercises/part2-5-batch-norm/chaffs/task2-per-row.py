# Misconception: Statistics of each example instead of each column.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centred = x - x.mean(axis=1)
    variance = centred.square().mean(axis=1)
    return gamma * (centred / (variance + epsilon).sqrt()) + beta
