# Misconception: Mean and variance are numbers that the gradient need not know of.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    mean, variance = x.value.mean(axis=0), x.value.var(axis=0)
    return gamma * ((x - mean) / np.sqrt(variance + epsilon)) + beta
