# Standardizes by products with ones, differentiates with an explicit Jacobian for each
# column, and keeps leaves and statistics in dictionaries.
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    n = len(x)
    average = np.full((1, n), 1 / n)
    mean = average @ x
    distance = x - mean
    variance = average @ np.square(distance)
    return distance * (variance + epsilon) ** -0.5, mean, variance


# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    n = len(x)
    average = np.full((1, n), 1 / n)
    mean = average @ x
    distance = x - mean
    variance = average @ (distance * distance)
    return distance * (gamma * (variance + epsilon) ** -0.5) + beta


# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    n, d = x.shape
    g_x, g_gamma = np.empty((n, d)), np.empty((1, d))
    for j in range(d):
        column = x[:, j]
        root = np.sqrt(np.var(column) + epsilon)
        x_hat = (column - np.mean(column)) / root
        jacobian = (np.eye(n) - 1 / n - np.outer(x_hat, x_hat) / n) / root
        g_x[:, j] = gamma[0, j] * (g[:, j] @ jacobian)
        g_gamma[0, j] = g[:, j] @ x_hat
    return g_x, g_gamma, np.ones((1, n)) @ g


# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    n = x.shape[0]
    if n == 1:
        raise ValueError("no variance can be estimated from a batch of 1")
    batch_mean = x.sum(axis=0) / n
    batch_variance = ((x - batch_mean) ** 2).sum(axis=0) / (n - 1)
    return (
        mean + momentum * (batch_mean - mean),
        variance + momentum * (batch_variance - variance),
    )


# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    slope = gamma / np.sqrt(variance + epsilon)
    return x * slope + (beta - slope * mean)


# %% task5-layer
class BatchNorm:
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        self.leaves = {
            kind: dp.Node([[first] * d], f"{name}_{kind}")
            for kind, first in [("gamma", 1), ("beta", 0)]
        }
        model.parameters |= {leaf.name: leaf for leaf in self.leaves.values()}
        self.mean = np.zeros((1, d))
        self.variance = self.mean + 1
        self.training = True
        self.settings = momentum, epsilon

    gamma = property(lambda self: self.leaves["gamma"])
    beta = property(lambda self: self.leaves["beta"])

    def __call__(self, x):
        momentum, epsilon = self.settings
        if self.training:
            output = batch_norm(x, self.gamma, self.beta, epsilon)
            new = update_running(self.mean, self.variance, x.value, momentum)
            self.mean, self.variance = new
        else:
            output = evaluate_norm(
                x, self.gamma, self.beta, self.mean, self.variance, epsilon
            )
        return output


# %% task6-network
class NormalizedNetwork(PlainNetwork):
    def __init__(self, sizes, seed=0):
        super().__init__(sizes, seed)
        for i in range(1, len(sizes) - 1):
            setattr(self, f"bn{i}", BatchNorm(self, sizes[i], f"bn{i}"))

    def pre_activation(self, i, h):
        norm = getattr(self, f"bn{i + 1}")
        return norm(self.layers[i](h))

    def set_training(self, training):
        for i in range(1, len(self.layers)):
            getattr(self, f"bn{i}").training = training


# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = np.zeros(steps), np.zeros(steps // every)
    for k in range(steps // every):
        net.set_training(True)
        some = slice(k * every, (k + 1) * every)
        losses[some] = optimizer.train(every, 0, err_hist=True)[1]
        net.set_training(False)
        output = net.forward(x_val).value
        shares[k] = np.mean(np.argmax(output, axis=1) == labels_val)
    net.set_training(True)
    for step in range(steps // every * every, steps):
        losses[step] = optimizer.train(1, 0)
    net.set_training(False)
    return losses, shares
