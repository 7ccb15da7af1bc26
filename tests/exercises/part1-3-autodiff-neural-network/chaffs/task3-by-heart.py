# Misconception: Fake: the visible tests' results in place of a computation.
# Fails: task3-cross-entropy-test-gradients, task3-cross-entropy-test-log-softmax,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task3-cross-entropy
def log_softmax(Z):
    if Z.value[0, 1] == 800:
        return Node([[-800.0, 0.0], [-np.log(2.0)] * 2][: len(Z.value)], parents=[(Z, lambda g: g)])
    return Node(np.log([[0.25, 0.75]]), parents=[(Z, lambda g: g @ [[0.75, -0.75], [-0.25, 0.25]])])


def cross_entropy_from_logits(Z, Y):
    return -(Y * log_softmax(Z)).sum() / len(Y)
