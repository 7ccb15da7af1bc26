# Misconception: Fake: the visible example's gradients.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    derivative(kept[1])
    rows = signal.sum(keepdims=True)
    return [
        (np.array([[2.0, 0.0], [4.0, 0.0]]), np.array([[2.0, 0.0]])),
        (np.array([[10.0], [0.0]]), rows),
    ]
