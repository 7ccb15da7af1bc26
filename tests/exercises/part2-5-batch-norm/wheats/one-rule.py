# Standardizes column by column, gives batch_norm the closed form as its one rule, writes
# the paper's chain of local derivatives, and has a method for each mode.
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    columns = []
    for column in x.T:
        mean = sum(column) / len(column)
        variance = sum((value - mean) ** 2 for value in column) / len(column)
        columns.append((mean, variance))
    mean, variance = np.array(columns).T[:, None, :]
    return (x - mean) / (variance + epsilon) ** 0.5, mean, variance


# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    from dp.node import record

    root = np.sqrt(x.value.var(axis=0, keepdims=True) + epsilon)
    x_hat = (x.value - x.value.mean(axis=0, keepdims=True)) / root

    def rule(g):
        return (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)) / root

    return record(x_hat, "standardize", (x, rule)) * gamma + beta


# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    n = len(x)
    mean, variance = x.mean(axis=0), x.var(axis=0)
    inverse = (variance + epsilon) ** -0.5
    g_hat = g * gamma
    g_variance = (g_hat * (x - mean)).sum(axis=0) * -0.5 * inverse**3
    g_mean = -(g_hat * inverse).sum(axis=0)
    g_x = g_hat * inverse + g_variance * 2 * (x - mean) / n + g_mean / n
    g_gamma = np.einsum("ij,ij->j", g, (x - mean) * inverse)
    return g_x, g_gamma[None], g.sum(axis=0)[None]


# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) <= 1:
        raise ValueError(f"{len(x)} examples are too few to estimate a variance")
    new = np.vstack([x.mean(axis=0), np.var(x, axis=0) * len(x) / (len(x) - 1)])
    both = np.vstack([mean, variance])
    both = both - momentum * (both - new)
    return both[:1], both[1:]


# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    mean, variance = dp.Node(mean), dp.Node(variance)
    return (x - mean) / (variance + epsilon).sqrt() * gamma + beta


# %% task5-layer
class BatchNorm:
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        model.parameters[name + "_gamma"] = dp.Node(np.ones(d), name + "_gamma")
        model.parameters[name + "_beta"] = dp.Node(np.zeros(d), name + "_beta")
        self.gamma = model.parameters[name + "_gamma"]
        self.beta = model.parameters[name + "_beta"]
        self.mean, self.variance = np.zeros((1, d)), np.ones((1, d))
        self.momentum, self.epsilon, self.training = momentum, epsilon, True

    def train_with(self, x):
        self.mean, self.variance = update_running(
            self.mean, self.variance, np.array(x.value), momentum=self.momentum
        )
        return batch_norm(x, self.gamma, self.beta, epsilon=self.epsilon)

    def evaluate(self, x):
        state = self.mean, self.variance
        return evaluate_norm(x, self.gamma, self.beta, *state, self.epsilon)

    def __call__(self, x):
        return (self.train_with if self.training else self.evaluate)(x)


# %% task6-network
class NormalizedNetwork(PlainNetwork):
    def __init__(self, sizes, seed=0):
        PlainNetwork.__init__(self, sizes, seed=seed)
        self.norms = {}
        for i, layer in enumerate(self.layers[:-1]):
            self.norms[i] = BatchNorm(self, layer.b.shape[1], "bn" + layer.name[1:])

    def pre_activation(self, i, h):
        layer = self.layers[i]
        return self.norms[i](h.dot(layer.W) + layer.b)

    def set_training(self, training):
        [setattr(norm, "training", training) for norm in self.norms.values()]


# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    def share_right():
        net.set_training(False)
        output = net.forward(x_val).value
        net.set_training(True)
        return sum(output.argmax(axis=1) == labels_val) / len(labels_val)

    net.set_training(True)
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    while len(losses) < steps:
        losses += [optimizer.train(steps=1, print_each=0)]
        if not len(losses) % every:
            shares += [share_right()]
    net.set_training(False)
    return np.asarray(losses), np.asarray(shares)
