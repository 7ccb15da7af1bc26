# Misconception: Cross-entropy includes the softmax.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    return -(Y * O.softmax().log()).sum() / len(Y)
