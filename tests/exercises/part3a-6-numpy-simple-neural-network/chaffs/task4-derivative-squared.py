# Misconception: The derivative is multiplied on both sides of the weights.
# Fails: task4-backward-test-biases, task4-backward-test-weights
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i]) ** 2
    return gradients[::-1]
