# Misconception: The squared error of the probabilities is as good.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.logistic() - y).square().mean()
