# Misconception: mean() divides by the number of examples.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * O.log()).mean()
