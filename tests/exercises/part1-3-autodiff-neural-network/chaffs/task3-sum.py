# Misconception: The loss is the sum over all examples, as in the paper.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * O.log()).sum()
