# Shorter formulas: logaddexp, one softplus with a sign, a fold over the layers, one step of
# the optimizer at a time, eigenvalues, a recursion.
# %% task1-activations
import functools
import math


def logistic(z):
    return np.exp(-np.logaddexp(0, -z))


def relu(z):
    return (np.abs(z) + z) / 2


def leaky_relu(z, slope=0.01):
    return np.maximum(z, slope * z)


# %% task1-derivatives
def logistic_derivative(z):
    return logistic(z) * logistic(-z)


def tanh_derivative(z):
    return (1 - np.tanh(z)) * (1 + np.tanh(z))


def relu_derivative(z):
    return z > 0


def leaky_relu_derivative(z, slope=0.01):
    return slope + (1 - slope) * np.heaviside(z, 0)


# %% task2-loss
def binary_cross_entropy(logits, y):
    return ((1 - 2 * y) * logits).softplus().mean()


# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed=seed)
        sizes = np.full(depth + 1, n_hidden)
        sizes[0], sizes[-1] = n_in, 1
        self.all = [
            self.Linear_Layer(int(a), int(b), "h%d" % k)
            for k, (a, b) in enumerate(zip(sizes, sizes[1:]), 1)
        ]
        self.activation = activation

    def logits(self, x):
        return functools.reduce(
            lambda z, layer: layer(self.activation(z)), self.all[1:], self.all[0](x)
        )

    def forward(self, x):
        return (self.logits(x) / 2).tanh() / 2 + 0.5

    def loss(self, x, y):
        return ((1 - 2 * y) * self.logits(x)).softplus().mean()


# %% task4-training
def accuracy(net, x, y):
    return 1 - float(np.abs((net.forward(x).value > 0.5) - y).mean())


def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(
        net, x, y, batch_size=batch_size, seed=7, learning_rate=learning_rate
    )
    steps = math.ceil(len(x) / batch_size)
    losses, shares = [], []
    for step in range(1, steps * epochs + 1):
        optimizer.train(1, 0)
        if step % steps == 0:
            losses.append(float(net.loss(x, y).value[0, 0]))
            shares.append(accuracy(net, x_val, y_val))
    return np.asarray(losses), np.asarray(shares)


# %% task5-sums
def gradient_sums(net, x, y):
    grad = net.get_grad(x, y)[0]
    names = [layer.name + "_W" for layer in net.layers]
    return np.fromiter((np.linalg.norm(grad[name].ravel(), 1) for name in names), float)


# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    zeros = [
        dp.Node(np.zeros((len(x), layer.b.shape[1])), f"zeros {i}")
        for i, layer in enumerate(layers)
    ]
    z = layers[0](x) + zeros[0]
    for layer, zero in zip(layers[1:], zeros[1:]):
        z = zero + layer(activation(z))
    grad = loss(z, y).grad(1)
    return np.array([np.sum(grad[zero.name] ** 2) ** 0.5 for zero in zeros])


# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.array(
        [max_derivative * np.linalg.eigvalsh(W @ W.T)[-1] ** 0.5 for W in weights]
    )


def signal_bounds(factors, output_norm):
    if len(factors) == 1:
        return np.array([output_norm])
    behind = signal_bounds(factors[1:], output_norm)
    return np.concatenate([[behind[0] * factors[1]], behind])
