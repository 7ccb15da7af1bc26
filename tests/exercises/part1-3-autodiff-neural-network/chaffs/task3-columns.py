# Misconception: axis=0 is the axis of the classes.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=0, keepdims=True)
    return shifted - shifted.exp().sum(axis=0).log()


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
