# Recursion forwards and backwards, logsumexp for the cost, exponentials of negative
# numbers only, and training without momentum but with larger steps.
# %% task1-activations
def logistic(z):
    small = np.exp(-np.abs(z))
    return np.where(z < 0, small, 1) / (1 + small)


def relu(z):
    return z * (z > 0)


# %% task1-derivatives
def logistic_derivative(h):
    return h - h * h


def tanh_derivative(h):
    return (1 - h) * (1 + h)


def relu_derivative(h):
    return h > 0


# %% task2-squared-error
def squared_error(O, Y):
    n = O.shape[0]
    return 0.5 * np.mean(np.sum((O - Y) ** 2, axis=1)), np.divide(O - Y, n)


# %% task2-cross-entropy
def cross_entropy(Z, Y):
    total = np.logaddexp.reduce(Z, axis=1)
    losses = total - (Z * Y).sum(axis=1)
    return losses.mean(), (np.exp(Z - total[:, None]) - Y) / len(Z)


# %% task3-forward
def forward(parameters, x, activation):
    W, b = parameters[0]
    z = np.dot(x, W) + b
    if len(parameters) == 1:
        return [x, z]
    return [x] + forward(parameters[1:], activation(z), activation)


# %% task4-backward
def backward(parameters, kept, signal, derivative):
    *before, (W, _) = parameters
    h = kept[-2]
    pair = h.T.dot(signal), np.sum(signal, axis=0)[None, :]
    if not before:
        return [pair]
    signal = derivative(h) * signal.dot(W.T)
    return [*backward(before, kept[:-1], signal, derivative), pair]


# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, lambda z: np.maximum(z, 0))
    loss, signal = cross_entropy(kept[-1], y)
    return backward(parameters, kept, signal, np.sign), loss


# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    velocities = [
        (momentum * vW + dW, momentum * vb + db)
        for (vW, vb), (dW, db) in zip(velocities, gradients)
    ]
    parameters = [
        (W - rate * vW, b - rate * vb)
        for (W, b), (vW, vb) in zip(parameters, velocities)
    ]
    return parameters, velocities


# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    for epoch in range(40):
        for batch in batches(len(x), 32, rng):
            gradients, _ = get_grad(parameters, x[batch], y[batch])
            still = zeros(parameters)
            parameters, _ = momentum_step(
                parameters, gradients, still, 2 / (20 + epoch), 0.0
            )
        both = get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]
        losses.append(both)
    return parameters, np.asarray(losses)


# %% task6-multiplications
def multiplications(sizes, n):
    forth = back = parameters = 0
    for layer in range(1, len(sizes)):
        product = n * sizes[layer - 1] * sizes[layer]
        forth += product
        back += product if layer == 1 else 2 * product
        parameters += (sizes[layer - 1] + 1) * sizes[layer]
    return forth, back, 2 * parameters * forth
