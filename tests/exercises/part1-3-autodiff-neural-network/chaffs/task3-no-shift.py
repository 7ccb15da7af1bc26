# Misconception: The formula without m is the same, so it works as well.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    return Z - Z.exp().sum(axis=1).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
