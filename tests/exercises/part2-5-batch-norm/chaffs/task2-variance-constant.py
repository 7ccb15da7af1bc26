# Misconception: Only the mean needs to be part of the graph.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centred = x - x.mean(axis=0)
    return gamma * (centred / np.sqrt(x.value.var(axis=0) + epsilon)) + beta
