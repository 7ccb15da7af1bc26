# Misconception: Computes with arrays and makes a node of the result.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    x_hat = (x.value - x.value.mean(axis=0)) / np.sqrt(x.value.var(axis=0) + epsilon)
    return dp.Node(gamma.value * x_hat + beta.value)
