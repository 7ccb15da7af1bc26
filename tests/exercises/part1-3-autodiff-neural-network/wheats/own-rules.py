# Writes whole layers and losses as one node with rules of their own, keeps leaves in
# dictionaries, and cuts batches with array_split.
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.leaves = {
            "W": Node(he(n_in, n_out, rng), f"{name}_W"),
            "b": Node([[0] * n_out], f"{name}_b"),
        }
        self.activation = activation or (lambda z: z)

    W = property(lambda self: self.leaves["W"])
    b = property(lambda self: self.leaves["b"])

    def __call__(self, x):
        x = as_node(x)
        W, b = self.leaves.values()
        u, v = x.value, W.value
        affine = Node(
            np.dot(u, v) + b.value,
            parents=[
                (x, lambda g: np.dot(g, v.T)),
                (W, lambda g: np.dot(u.T, g)),
                (b, lambda g: np.sum(g, axis=0, keepdims=True)),
            ],
        )
        return self.activation(affine)


# %% task2-model
class Model:
    def __init__(self, seed=0):
        self.rng, self.layers = np.random.default_rng(seed), []
        self.leaves = {}

    def register(self, layer):
        self.layers.append(layer)
        self.leaves[layer.W.name] = layer.W
        self.leaves[layer.b.name] = layer.b
        return layer

    def Linear_Layer(self, n_in, n_out, name):
        return self.register(NeuralNode(n_in, n_out, name, self.rng, None))

    def ReLu_Layer(self, n_in, n_out, name):
        return self.register(NeuralNode(n_in, n_out, name, self.rng, Node.relu))

    def get_param(self):
        p = {}
        for name in self.leaves:
            p[name] = np.array(self.leaves[name].value)
        return p

    def set_param(self, p):
        unknown = [name for name in p if name not in self.leaves]
        if unknown:
            raise KeyError(f"no parameters have the names {unknown}")
        for name in p:
            self.leaves[name].value = np.asarray(p[name], dtype=float) + 0.0

    def get_grad(self, x, y):
        node = self.loss(x, y)
        found = node.grad(1)
        return {name: found[name] for name in self.leaves}, float(node.value[0, 0])


# %% task2-two-layer
class TwoLayer(Model):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        Model.__init__(self, seed)
        self.h1 = Model.ReLu_Layer(self, n_in, n_hidden, "h1")
        self.h2 = Model.Linear_Layer(self, n_hidden, n_out, "h2")

    def forward(self, x):
        return self.h2(self.h1(as_node(x)))

    def loss(self, x, y):
        O = self.forward(x)
        error = O.value - np.asarray(y)
        return Node(
            np.mean(error**2), parents=[(O, lambda g: g * 2 * error / error.size)]
        )


# %% task3-cross-entropy
def cross_entropy(O, Y):
    Y = np.asarray(Y)
    n = Y.shape[0]
    picked = np.log((Y * O.value).sum(axis=1))
    return Node(-picked.mean(), parents=[(O, lambda g: -g * Y / (n * O.value))])


def log_softmax(Z):
    z = Z.value - np.max(Z.value, axis=1)[:, None]
    value = z - np.log(np.sum(np.exp(z), axis=1))[:, None]
    probabilities = np.exp(value)
    return Node(
        value, parents=[(Z, lambda g: g - probabilities * g.sum(axis=1)[:, None])]
    )


def cross_entropy_from_logits(Z, Y):
    logs = log_softmax(Z)
    value = -np.sum(logs.value * Y) / len(logs.value)
    return Node(value, parents=[(logs, lambda g: -g * Y / len(Y))])


# %% task4-network
class Network(Model):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        super().__init__(seed=seed)
        self.h1, self.h2, self.h3 = (
            self.ReLu_Layer(n_in, n_hidden1, "h1"),
            self.ReLu_Layer(n_hidden1, n_hidden2, "h2"),
            self.Linear_Layer(n_hidden2, n_out, "h3"),
        )

    def logits(self, x):
        for layer in (self.h1, self.h2, self.h3):
            x = layer(x)
        return x

    def forward(self, x):
        return log_softmax(self.logits(x)).exp()

    def loss(self, x, y):
        return cross_entropy_from_logits(Z=self.logits(x), Y=y)


# %% task4-train
def train(net, x, y, rate, steps):
    losses = [0.0] * steps
    for step in range(steps):
        p = net.get_param()
        grad, losses[step] = net.get_grad(x, y)
        for name in p:
            p[name] -= rate * grad[name]
        net.set_param(p)
    return losses


# %% task5-mini-batches
def batches(n, size, rng):
    order = np.arange(n)
    rng.shuffle(order)
    return np.array_split(order, range(size, n, size))


def train_epoch(net, x, y, rate, size, rng):
    losses = []
    for batch in batches(x.shape[0], size, rng):
        grad, loss = net.get_grad(x[batch], y[batch])
        losses.append(loss)
        p = net.get_param()
        net.set_param({name: p[name] - rate * g for name, g in grad.items()})
    return losses


# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return float(np.mean(np.argsort(O, axis=1)[:, -1] == labels))


def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng([seed, 1])
    history = []
    for _ in range(50):
        train_epoch(net, x, y, 0.2 if len(history) < 25 else 0.05, 32, rng)
        history.append(
            [float(net.loss(*s).value[0, 0]) for s in ((x, y), (x_val, y_val))]
        )
    train_losses, val_losses = map(list, zip(*history))
    return net, train_losses, val_losses
