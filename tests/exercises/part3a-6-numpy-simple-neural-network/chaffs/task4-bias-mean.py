# Misconception: The gradient of a bias is the mean of the signals.
# Fails: task4-backward-test-biases, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.mean(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]
