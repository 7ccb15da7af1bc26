# Misconception: One shift by the largest of all logits is enough.
# Fails: task2-cross-entropy-test-large
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max()
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -(Y * log_O).sum() / len(Y), (np.exp(log_O) - Y) / len(Y)
