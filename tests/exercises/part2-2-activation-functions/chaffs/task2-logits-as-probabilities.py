# Misconception: The argument holds probabilities already.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    O = logits.maximum(1e-9).minimum(1 - 1e-9)
    return -(y * O.log() + (1 - y) * (1 - O).log()).mean()
