# Misconception: A tiny number added keeps the logarithm finite, and changes nothing.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs
# %% task3-cross-entropy
def log_softmax(Z):
    return (Z.softmax() + 1e-12).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
