# Misconception: Only the variance needs to be part of the graph.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centred = x - x.value.mean(axis=0)
    variance = centred.square().mean(axis=0)
    return gamma * (centred / (variance + epsilon).sqrt()) + beta
