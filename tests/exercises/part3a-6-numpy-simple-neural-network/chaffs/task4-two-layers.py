# Misconception: There is one hidden layer.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    hidden = (signal @ parameters[-1][0].T) * derivative(kept[-2])
    pairs = [(kept[-3].T @ hidden, hidden.sum(axis=0, keepdims=True))]
    return pairs + [(kept[-2].T @ signal, signal.sum(axis=0, keepdims=True))]
