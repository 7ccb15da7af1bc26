# Misconception: Epsilon is added to the standard deviation.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centred = x - x.mean(axis=0)
    variance = centred.square().mean(axis=0)
    return gamma * (centred / (variance.sqrt() + epsilon)) + beta
