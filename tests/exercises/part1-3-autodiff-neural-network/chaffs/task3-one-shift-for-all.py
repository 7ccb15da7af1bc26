# Misconception: The largest number of the whole matrix is large enough for every row.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max()
    return shifted - shifted.exp().sum(axis=1).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
