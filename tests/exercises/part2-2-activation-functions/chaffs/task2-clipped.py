# Misconception: A probability near 0 or 1 is cut off, so that the loss stays finite.
# Fails: task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    O = logits.logistic().maximum(1e-12).minimum(1 - 1e-12)
    return -(y * O.log() + (1 - y) * (1 - O).log()).mean()
