# Misconception: A shifted softmax is safe, so its logarithm is, too.
# Fails: task2-cross-entropy-test-large
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    O = np.exp(Z - Z.max(axis=1, keepdims=True))
    O /= O.sum(axis=1, keepdims=True)
    return -(Y * np.log(O)).sum() / len(Y), (O - Y) / len(Y)
