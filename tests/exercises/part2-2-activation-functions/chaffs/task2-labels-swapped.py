# Misconception: The logit belongs to class 0.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    return (logits.softplus() - (1 - y) * logits).mean()
