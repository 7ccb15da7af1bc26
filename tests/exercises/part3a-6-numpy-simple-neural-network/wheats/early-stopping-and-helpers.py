# Cases and vectorize; copies changed in place; stops early by the validation loss;
# helpers called like what locked cells compute.
# %% task1-activations
def logistic(z):
    return np.piecewise(z, [z < 0, z >= 0], [lambda v: np.exp(v) / (1 + np.exp(v)), lambda v: 1 / (1 + np.exp(-v))])


def relu(z):
    return z * (z > 0)
# %% task1-derivatives
def relu_derivative(h):
    return np.sign(h)
# %% task2-squared-error
def squared_error(O, Y):
    d = O - Y
    return float(np.linalg.norm(d) ** 2) / (2 * O.shape[0]), np.true_divide(d, O.shape[0])
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    r = np.arange(len(Z)); k = Y.argmax(axis=1)
    m = Z.max(axis=1)
    lse = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    O = np.exp(Z - lse[:, None])
    O[r, k] -= 1
    return (lse - Z[r, k]).mean(), O / len(Z)
# %% task3-forward
def forward(parameters, x, activation):
    h = x
    result = [x]
    last = len(parameters) - 1
    for index in range(len(parameters)):
        W, b = parameters[index][0], parameters[index][1]
        z = np.matmul(h, W) + np.broadcast_to(b, (len(x), b.shape[1]))
        h = activation(z) if index < last else z
        result = result + [h]
    return result
# %% task4-backward
def backward(parameters, kept, signal, derivative):
    D = len(parameters)
    G = [None] * D
    G[-1] = signal
    for l in range(D - 2, -1, -1):
        G[l] = derivative(kept[l + 1]) * np.dot(G[l + 1], parameters[l + 1][0].T)
    return [(np.dot(kept[l].T, G[l]), np.sum(G[l], axis=0).reshape(1, -1)) for l in range(D)]
# %% task5-get-grad
def loss(z, y):
    return cross_entropy(z, y)


def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    value, start = loss(kept[-1], y)
    return (tuple(backward(parameters, kept, start, relu_derivative)), np.float64(value))
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    import copy
    V = [[a.copy() for a in pair] for pair in velocities]
    P = [[a.copy() for a in pair] for pair in parameters]
    for i in range(len(P)):
        for k in (0, 1):
            V[i][k] *= momentum
            V[i][k] += gradients[i][k]
            P[i][k] -= rate * V[i][k]
    return tuple(map(tuple, P)), tuple(map(tuple, V))
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in [0.02] * 15 + [0.005] * 30:
        for batch in batches(len(x), 32, rng):
            gradients, _ = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))])
        if len(losses) > 20 and losses[-1][1] > losses[-6][1]:
            break
    return parameters, np.array(losses)
# %% task6-multiplications
def multiplications(sizes, n):
    a = np.asarray(sizes)
    w = a[:-1] * a[1:]
    f = n * w.sum()
    return f, f + n * w[1:].sum(), 2 * f * (w.sum() + a[1:].sum())
