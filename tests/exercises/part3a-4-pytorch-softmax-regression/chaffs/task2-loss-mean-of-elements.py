# Misconception: divides by the number of elements
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy_one_hot(Z, Y):
    return -(Y * log_softmax(Z)).mean()
