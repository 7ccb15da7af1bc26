# Computes with NumPy alone: signals by fresh graphs from each layer on, predictions by
# cumulative products, weights by scaling standard draws, columns by a table of distances.
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    pairs = list(zip(sizes[:-1], sizes[1:]))
    weights = {f"h{i + 1}_W": initializer(*pairs[i], rng) for i in reversed(range(len(pairs)))}
    biases = {f"h{i + 1}_b": 0.0 * np.ones((1, n)) for i, (_, n) in enumerate(pairs)}
    return biases | weights


# %% task2-values
def layer_values(net, x):
    p, h, values = net.get_param(), np.asarray(x), []
    for k in range(1, len(net.layers)):
        z = h @ p[f"h{k}_W"] + p[f"h{k}_b"]
        h = net.activation(dp.Node(z)).value
        values += [h]
    return values


# %% task2-statistics
def statistics(values):
    table = np.empty((len(values), 2))
    for row, array in zip(table, values):
        row[0] = np.sum(array) / array.size
        row[1] = np.sqrt(np.mean((array - row[0]) ** 2))
    return table


# %% task3-signals
def layer_signals(net, x, y):
    signals, h = [], dp.Node(x)
    for k, layer in enumerate(net.layers[:-1]):
        h = dp.Node(net.activation(layer(h)).value, "here")
        output = h
        for later in net.layers[k + 1 : -1]:
            output = net.activation(later(output))
        loss = net.cross_entropy(net.layers[-1](output), y)
        signals.append(loss.grad(1)["here"])
    return signals


# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    share = {"linear": 1, "relu": 1 / 2}[activation]
    return tuple(share * variance * n for n in (n_in, n_out))


# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    share = 0.5 if activation == "relu" else 1.0
    return start * np.cumprod(share * np.array(sizes[:-1]) * np.array(variances))


def predict_backward(sizes, variances, activation, end):
    share = 0.5 if activation == "relu" else 1.0
    factors = share * np.array(sizes[2:]) * np.array(variances[1:])
    return end * np.cumprod(np.append(factors, 1.0)[::-1])[::-1]


# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * (2 / (n_in + n_out)) ** 0.5


def glorot_uniform(n_in, n_out, rng):
    return (2 * rng.random((n_in, n_out)) - 1) * (6 / (n_in + n_out)) ** 0.5


# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * (2 / n_in) ** 0.5


def he_uniform(n_in, n_out, rng):
    return (2 * rng.random((n_in, n_out)) - 1) * (6 / n_in) ** 0.5


# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    far = np.abs(array[:, :, None] - array[:, None, :]).max(axis=0)
    same = far <= tolerance * np.abs(array).max()
    return int((~np.tril(same, -1).any(axis=1)).sum())


# %% task6-gradients
def gradient_columns(net, x, y):
    grad = net.loss(x, y).grad(1)
    return [distinct_columns(grad[f"h{k + 1}_W"]) for k in range(len(net.layers))]
