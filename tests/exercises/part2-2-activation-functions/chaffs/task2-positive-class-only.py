# Misconception: Only the examples of class 1 count.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (y * (logits.softplus() - logits)).mean()
