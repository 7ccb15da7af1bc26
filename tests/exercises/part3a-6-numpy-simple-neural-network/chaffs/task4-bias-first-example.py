# Misconception: The signal is the bias' gradient, row by row.
# Fails: task4-backward-test-biases, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal[:1]
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]
