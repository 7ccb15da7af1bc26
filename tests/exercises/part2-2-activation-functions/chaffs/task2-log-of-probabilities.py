# Misconception: The formula as it stands, with probabilities.
# Fails: task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    O = logits.logistic()
    return -(y * O.log() + (1 - y) * (1 - O).log()).mean()
