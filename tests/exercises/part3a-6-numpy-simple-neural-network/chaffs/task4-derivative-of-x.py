# Misconception: The derivative is taken at the layer's input, of the first layer on.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i - 1])[:, :1]
    return gradients[::-1]
