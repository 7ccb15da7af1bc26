# Misconception: A stable softmax is enough, its logarithm can follow.
# Fails: task3-cross-entropy-test-log-softmax, task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    return Z.softmax().log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
