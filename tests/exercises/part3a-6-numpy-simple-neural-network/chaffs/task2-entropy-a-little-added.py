# Misconception: A small number inside the logarithm keeps it finite.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    O = np.exp(Z - Z.max(axis=1, keepdims=True))
    O /= O.sum(axis=1, keepdims=True)
    return -(Y * np.log(O + 1e-9)).sum() / len(Y), (O - Y) / len(Y)
