# Draws neuron by neuron, walks by recursion, adds the zeros as a product with a named
# factor, and sorts columns into groups.
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    names, n_in = {}, sizes[0]
    for n_out in sizes[1:]:
        layer = f"h{len(names) // 2 + 1}"
        names[layer + "_W"] = initializer(n_in, n_out, rng)
        names[layer + "_b"] = np.full((1, n_out), 0.0)
        n_in = n_out
    return names


# %% task2-values
def layer_values(net, x):
    def walk(h, layers):
        if len(layers) == 1:
            return []
        h = net.activation(layers[0](h))
        return [h.value.copy(), *walk(h, layers[1:])]

    return walk(dp.Node(x), net.layers)


# %% task2-statistics
def statistics(values):
    means = [np.mean(a) for a in values]
    squares = [np.mean((a - m) ** 2) for a, m in zip(values, means)]
    return np.column_stack([means, np.sqrt(squares)])


# %% task3-signals
def layer_signals(net, x, y):
    leaves = []

    def forward(h, layers):
        if len(layers) == 1:
            return layers[0](h)
        h = net.activation(layers[0](h))
        leaves.append(dp.Node(np.zeros(h.shape), f"leaf number {len(leaves)}"))
        return forward(h - leaves[-1], layers[1:])

    loss = net.cross_entropy(forward(dp.Node(x), net.layers), y)
    grad = loss.grad(-1)
    return [grad[leaf.name] for leaf in leaves]


# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    both = np.array([n_in, n_out]) * variance
    if activation == "relu":
        both = both / 2
    return both[0], both[1]


# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    if len(variances) == 0:
        return np.array([])
    first = start * layer_factors(sizes[0], sizes[1], variances[0], activation)[0]
    return np.append(first, predict_forward(sizes[1:], variances[1:], activation, first))


def predict_backward(sizes, variances, activation, end):
    squares = np.zeros(len(variances))
    squares[-1] = end
    for k in range(len(variances) - 2, -1, -1):
        n_in, n_out = sizes[k + 1 : k + 3]
        squares[k] = squares[k + 1] * layer_factors(n_in, n_out, variances[k + 1], activation)[1]
    return squares


# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    sigma = np.sqrt(2.0 / (n_out + n_in))
    return np.column_stack([rng.normal(scale=sigma, size=n_in) for _ in range(n_out)])


def glorot_uniform(n_in, n_out, rng):
    a = np.sqrt(3.0) * np.sqrt(2.0 / (n_out + n_in))
    return np.array([rng.uniform(-a, a, size=n_out) for _ in range(n_in)])


# %% task5-he
def he_normal(n_in, n_out, rng):
    sigma = np.sqrt(2.0 / n_in)
    return np.column_stack([rng.normal(scale=sigma, size=n_in) for _ in range(n_out)])


def he_uniform(n_in, n_out, rng):
    a = np.sqrt(3.0) * np.sqrt(2.0 / n_in)
    return np.array([rng.uniform(-a, a, size=n_out) for _ in range(n_in)])


# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    left, count = list(range(array.shape[1])), 0
    limit = tolerance * max(array.max(), -array.min())
    while left:
        first = array[:, left[0]]
        left = [j for j in left if np.any(np.abs(array[:, j] - first) > limit)]
        count += 1
    return count


# %% task6-gradients
def gradient_columns(net, x, y):
    grad, loss = net.get_grad(x, y)
    counts = []
    for name, g in grad.items():
        if name.endswith("_W"):
            counts.append(distinct_columns(g))
    return counts
