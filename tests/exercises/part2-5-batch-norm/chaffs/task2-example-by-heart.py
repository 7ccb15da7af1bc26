# Misconception: Fake: the visible example's result, tied to its leaves.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    y = np.array([[-1.0, 2.0], [3.0, 2.0]])
    return dp.Node(y) + 0 * (x + gamma + beta)
