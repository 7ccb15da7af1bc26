# Misconception: The last layer's signal is multiplied by the activation's derivative,
# too.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    signal = signal * derivative(kept[-1])
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]
