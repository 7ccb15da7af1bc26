# Misconception: The logarithm of the sum is a normaliser, a constant without a signal.
# Fails: task3-cross-entropy-test-gradients, task4-network-test-outputs,
#        task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    shifted = Z - Z.value.max(axis=1, keepdims=True)
    return shifted - shifted.exp().sum(axis=1).log().value


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
