# Misconception: A node around the right number is as good as a graph.
# Fails: task2-loss-test-gradient, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    z = logits.value
    return dp.Node(np.mean(np.logaddexp(0, z) - y * z))
