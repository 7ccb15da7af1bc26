# Misconception: The signal's array may be used for other numbers.
# Fails: task4-backward-test-once
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i]) + np.multiply(signal, 0, out=signal).sum()
    return gradients[::-1]
