# Case by case and loop by loop: own exponentials, a loss of absolute values, a training loop
# without an optimizer, signals by starting again behind each layer.
# %% task1-activations
def logistic(z):
    small = np.exp(-np.abs(z))
    return np.where(z < 0, small, 1.0) / (1.0 + small)


def relu(z):
    return z * (z > 0)


def leaky_relu(z, slope=0.01):
    result = z.copy()
    result[z < 0] *= slope
    return result


# %% task1-derivatives
def logistic_derivative(z):
    small = np.exp(-np.abs(z))
    return small / (1 + small) ** 2


def tanh_derivative(z):
    return 4 * logistic_derivative(2 * z)


def relu_derivative(z):
    return (z > 0).astype(float)


def leaky_relu_derivative(z, slope=0.01):
    result = np.ones_like(z)
    result[z <= 0] = slope
    return result


# %% task2-loss
def binary_cross_entropy(logits, y):
    log_part = (1 + (-logits.abs()).exp()).log()
    return (logits.maximum(0) - logits * y + log_part).sum() / len(y)


# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        self.act = activation
        for k in range(1, depth):
            self.Linear_Layer(n_in, n_hidden, f"h{k}")
            n_in = n_hidden
        self.out = self.Linear_Layer(n_in, 1, f"h{depth}")

    def hidden(self, x, number):
        if number == 0:
            return dp.Node(x)
        return self.act(self.layers[number - 1](self.hidden(x, number - 1)))

    def logits(self, x):
        return self.out(self.hidden(x, len(self.layers) - 1))

    def forward(self, x):
        return 1 / (1 + (-self.logits(x)).exp())

    def loss(self, x, y):
        z = self.logits(x)
        return (z.softplus() - y * z).mean()


# %% task4-training
def accuracy(net, x, y):
    right = 0
    for o, label in zip(net.forward(x).value.ravel(), np.ravel(y), strict=True):
        right += (1 if o > 0.5 else 0) == label
    return right / len(y)


def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    rng = np.random.default_rng(5)
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        while len(order):
            batch, order = order[:batch_size], order[batch_size:]
            grad, _ = net.get_grad(x[batch], y[batch])
            p = net.get_param()
            net.set_param({k: p[k] - learning_rate * grad[k] for k in p})
        history[epoch] = net.get_grad(x, y)[1], accuracy(net, x_val, y_val)
    return history[:, 0], history[:, 1]


# %% task5-sums
def gradient_sums(net, x, y):
    result = []
    for name, g in net.loss(x, y).grad(1).items():
        if name[-2:] == "_W":
            result.append((g * np.sign(g)).sum())
    return np.array(result)


# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    norms, h = [], dp.Node(x)
    for k, layer in enumerate(layers):
        leaf = z = dp.Node(layer(h).value, "leaf of this layer")
        for later in layers[k + 1 :]:
            z = later(activation(z))
        norms.append(np.sqrt((loss(z, y).grad(1)[leaf.name] ** 2).sum()))
        h = activation(leaf)
    return np.array(norms)


# %% task6-bound
def shrink_factors(weights, max_derivative):
    result = np.empty(len(weights))
    for k, W in enumerate(weights):
        result[k] = max_derivative * np.linalg.svd(W, compute_uv=False)[0]
    return result


def signal_bounds(factors, output_norm):
    return np.array(
        [output_norm * np.prod(factors[k + 1 :]) for k in range(len(factors))]
    )
