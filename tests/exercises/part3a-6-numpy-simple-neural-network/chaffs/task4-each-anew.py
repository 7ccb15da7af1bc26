# Misconception: Every layer's signal is computed from the output again.
# Fails: task4-backward-test-once
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients, last = [], len(parameters) - 1
    for i in range(len(parameters)):
        g = signal
        for k in range(last, i, -1):
            g = (g @ parameters[k][0].T) * derivative(kept[k])
        gradients.append((kept[i].T @ g, g.sum(axis=0, keepdims=True)))
    return gradients
