# Misconception: What was kept is not needed any more and is taken from the list.
# Fails: task4-backward-test-once
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    kept.pop()
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[-1].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept.pop())
    return gradients[::-1]
