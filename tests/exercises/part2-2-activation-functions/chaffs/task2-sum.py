# Misconception: The loss is the sum over the examples.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.softplus() - y * logits).sum()
