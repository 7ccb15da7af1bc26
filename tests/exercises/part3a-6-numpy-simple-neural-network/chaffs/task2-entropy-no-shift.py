# Misconception: The logarithm of the sum needs no shift.
# Fails: task2-cross-entropy-test-large
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    log_O = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -(Y * log_O).sum() / len(Y), (np.exp(log_O) - Y) / len(Y)
