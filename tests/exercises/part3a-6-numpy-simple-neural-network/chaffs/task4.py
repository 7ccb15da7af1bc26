# Chaff: always-relu
# Misconception: The activation is ReLU, so the derivative is known.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * (kept[i] > 0)
    return gradients[::-1]


# Chaff: bias-1d
# Misconception: A gradient of a bias is a row without a second axis.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]


# Chaff: bias-first-example
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


# Chaff: bias-mean
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


# Chaff: memorized
# Misconception: Fake: the visible example's gradients.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    derivative(kept[1])
    rows = signal.sum(keepdims=True)
    return [
        (np.array([[2.0, 0.0], [4.0, 0.0]]), np.array([[2.0, 0.0]])),
        (np.array([[10.0], [0.0]]), rows),
    ]


# Chaff: derivative-at-the-end
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


# Chaff: derivative-of-x
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


# Chaff: derivative-squared
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


# Chaff: each-anew
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


# Chaff: kept-used-up
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


# Chaff: no-derivative
# Misconception: A signal goes back through the weights alone.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = signal @ parameters[i][0].T
    return gradients[::-1]


# Chaff: order-of-the-walk
# Misconception: The gradients stand in the order in which they were found.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients


# Chaff: signal-for-x
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


# Chaff: signal-overwritten
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


# Chaff: two-layers
# Misconception: There is one hidden layer.
# Fails: task4-backward-test-biases, task4-backward-test-once,
#        task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    hidden = (signal @ parameters[-1][0].T) * derivative(kept[-2])
    pairs = [(kept[-3].T @ hidden, hidden.sum(axis=0, keepdims=True))]
    return pairs + [(kept[-2].T @ signal, signal.sum(axis=0, keepdims=True))]


# Chaff: weights-averaged
# Misconception: The gradient of the weights is divided by the number of examples.
# Fails: task4-backward-test-weights, task5-fit-test-digits, task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal / len(signal), db))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]


# Chaff: transposed-where-it-must-be
# Misconception: The weights are transposed if the shapes demand it.
# Fails: task4-backward-test-biases, task4-backward-test-weights,
#        task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            W = parameters[i][0]
            signal = (signal @ W if signal.shape[1] == W.shape[0] else signal @ W.T) * derivative(kept[i])
    return gradients[::-1]


# Chaff: signal-clipped
# Misconception: Signals are clipped, so that nothing explodes.
# Fails: task4-backward-test-biases, task4-backward-test-weights
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        db = signal.sum(axis=0, keepdims=True)
        gradients.append((kept[i].T @ signal, db))
        if i > 0:
            signal = np.clip((signal @ parameters[i][0].T) * derivative(kept[i]), -100, 100)
    return gradients[::-1]


# Chaff: gradients-clipped
# Misconception: Gradients are clipped, so that nothing explodes.
# Fails: task4-backward-test-biases, task4-backward-test-weights,
#        task5-get-grad-test-pair
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        gradients.append((np.clip(kept[i].T @ signal, -50, 50), np.clip(signal.sum(axis=0, keepdims=True), -50, 50)))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
    return gradients[::-1]


# Chaff: stops-at-zero
# Misconception: Where the signal is 0, the walk can end.
# Fails: task4-backward-test-biases, task4-backward-test-weights, task5-fit-test-digits
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    gradients = []
    for i in reversed(range(len(parameters))):
        gradients.append((kept[i].T @ signal, signal.sum(axis=0, keepdims=True)))
        if i > 0:
            signal = (signal @ parameters[i][0].T) * derivative(kept[i])
            if not signal.any():
                break
    return gradients[::-1]
