# All signals first, then all gradients; row by row for the cross-entropy; einsum for the
# products; lists in place of tuples; parameters in one dictionary while training.
# %% task1-activations
def logistic(z):
    out = np.empty(np.shape(z))
    right = z >= 0
    out[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    out[~right] = e / (e + 1)
    return out


def relu(z):
    return np.where(z < 0, 0.0, z)


# %% task1-derivatives
def logistic_derivative(h):
    return 0.25 - (h - 0.5) ** 2


def tanh_derivative(h):
    return -(h * h) + 1.0


def relu_derivative(h):
    return np.heaviside(h, 0.0)


# %% task2-squared-error
def squared_error(O, Y):
    total = 0.0
    for o, y in zip(O, Y):
        total = total + ((o - y) @ (o - y)) / 2
    return total / len(O), np.array([(o - y) / len(O) for o, y in zip(O, Y)])


# %% task2-cross-entropy
def cross_entropy(Z, Y):
    loss, signal = 0.0, np.zeros(Z.shape)
    for i, (z, y) in enumerate(zip(Z, Y)):
        z = z - max(z)
        total = sum(np.exp(z))
        loss -= (z[y.argmax()] - np.log(total)) / len(Z)
        signal[i] = (np.exp(z) / total - y) / len(Z)
    return [loss, signal]


# %% task3-forward
def forward(parameters, x, activation):
    kept = [x.copy()]
    for i, (W, b) in enumerate(parameters, start=1):
        z = np.einsum("ni,io->no", kept[-1], W) + b
        kept.append(z if i == len(parameters) else activation(z))
    return tuple(kept)


# %% task4-backward
def backward(parameters, kept, signal, derivative):
    L = len(parameters)
    signals = {L: signal}
    for layer in range(L - 1, 0, -1):
        W = parameters[layer][0]
        slope = derivative(kept[layer])
        signals[layer] = np.einsum("no,io,ni->ni", signals[layer + 1], W, slope)
    ones = np.ones((1, len(signal)))
    return [
        [np.einsum("ni,no->io", kept[k], signals[k + 1]), ones @ signals[k + 1]]
        for k in range(L)
    ]


# %% task5-get-grad
def get_grad(parameters, x, y):
    *kept, Z = forward(parameters, x, relu)
    loss, signal = cross_entropy(Z, y)
    return [backward(parameters, [*kept, Z], signal, relu_derivative), float(loss)]


# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved = [[None, None] for _ in parameters]
    moving = [[None, None] for _ in parameters]
    for i in range(len(parameters)):
        for k in range(2):
            moving[i][k] = gradients[i][k] + momentum * velocities[i][k]
            moved[i][k] = parameters[i][k] + -rate * moving[i][k]
    return moved, moving


# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters = new_parameters(sizes, rng)
    velocities = [(0.0, 0.0)] * len(parameters)
    losses = np.empty((0, 2))
    while len(losses) < 30:
        rate = 0.02 if len(losses) < 10 else 0.01
        order = rng.permutation(len(x))
        for start in range(0, len(x), 32):
            some = order[start : start + 32]
            kept = forward(parameters, x[some], relu)
            O = np.exp(kept[-1] - kept[-1].max(axis=1, keepdims=True))
            O /= O.sum(axis=1, keepdims=True)
            found = backward(parameters, kept, (O - y[some]) / len(some), np.sign)
            parameters, velocities = momentum_step(
                parameters, found, velocities, rate, 0.8
            )
        row = [cross_entropy(forward(parameters, *d, relu)[-1], t)[0]
               for *d, t in ((x, y), (x_val, y_val))]
        losses = np.vstack([losses, row])
    return parameters, losses


# %% task6-multiplications
def multiplications(sizes, n):
    a, c = np.array(sizes[:-1]), np.array(sizes[1:])
    products = n * a * c
    everything = int(products.sum())
    back = everything + int(products[1:].sum())
    return everything, back, 2 * int((a * c + c).sum()) * everything
