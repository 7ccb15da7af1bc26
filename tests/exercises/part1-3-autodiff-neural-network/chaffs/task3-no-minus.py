# Misconception: The logarithm's sign does not matter.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return (Y * O.log()).sum() / len(Y)
