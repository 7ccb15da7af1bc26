# Misconception: The walk ends at the data.
# Fails: task4-backward-test-once
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if True:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]
