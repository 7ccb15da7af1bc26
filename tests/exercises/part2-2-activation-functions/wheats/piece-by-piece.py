# Masks and slices of an array, products of matrices for sums, closures over layers, an optimizer
# for each epoch, a backward pass from layer to layer, logarithms for a product.
# %% task1-activations
def logistic(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def relu(z):
    return np.where(z > 0, z, 0)


def leaky_relu(z, slope=0.01):
    return relu(z) - slope * relu(-z)


# %% task1-derivatives
def logistic_derivative(z):
    s = logistic(z)
    return s - s**2


def tanh_derivative(z):
    return 1 - np.square(np.tanh(z))


def relu_derivative(z):
    return np.where(z > 0, 1, 0)


def leaky_relu_derivative(z, slope=0.01):
    return np.where(z > 0, 1, slope)


# %% task2-loss
def binary_cross_entropy(logits, y):
    n = y.shape[0]
    return (np.ones((1, n)) @ logits.softplus() - y.T @ logits) / n


# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        layers = [self.Linear_Layer(n_in if k == 1 else n_hidden, n_hidden if k < depth else 1, f"h{k}") for k in range(1, depth + 1)]
        *inner, last = layers
        def run(x):
            h = dp.Node(np.asarray(x, dtype=float))
            for layer in inner:
                h = activation(layer(h))
            return last(h)
        self.run = run

    def logits(self, x):
        return self.run(x)

    def forward(self, x):
        z = self.logits(x)
        return (z * np.array([[1.0]]) - z.softplus()).exp()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# %% task4-training
def accuracy(net, x, y):
    predicted = np.where(net.forward(x).value > 0.5, 1, 0)
    return (predicted.ravel() == y.ravel()).sum() / len(y)


def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    losses, accuracies = [], []
    for epoch in range(epochs):
        sgd = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size, seed=epoch)
        sgd.train(int(np.ceil(len(x) / batch_size)), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(g).sum() for name, g in grad.items() if name.endswith("W")])


# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    zs = []
    h = x
    for i, layer in enumerate(layers):
        z = layer(h).value
        zs.append(dp.Node(z, f"z{i}"))
        h = activation(zs[-1]).value if i + 1 < len(layers) else None
    g = loss(zs[-1], y).grad(1)[zs[-1].name]
    norms = [np.linalg.norm(g)]
    for i in range(len(layers) - 1, 0, -1):
        back = g @ layers[i].W.value.T
        g = (activation(zs[i - 1]) * back).sum().grad(1)[zs[i - 1].name]
        norms.append(np.linalg.norm(g))
    return np.array(norms[::-1])


# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.array([max_derivative * np.sqrt(np.linalg.eigvalsh(W.T @ W).max()) for W in weights])


def signal_bounds(factors, output_norm):
    logs = np.log(np.append(factors[1:], output_norm))
    return np.exp(np.cumsum(logs[::-1])[::-1])
