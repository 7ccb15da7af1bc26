# Reaches the products through transposes, appends the ones for the bias as a product,
# masks in place of relu, walks layers with recursion, takes smaller steps and stops when
# the validation loss climbs.
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name="%s_W" % name)
        self.b = Node(np.zeros(n_out), name="%s_b" % name)
        self.act = activation

    def __call__(self, x):
        x = as_node(x)
        ones = np.ones((len(x.value), 1))
        output = (self.W.T @ x.T).T + ones @ self.b
        if self.act:
            output = self.act(output)
        return output


# %% task2-model
class Model:
    def __init__(self, seed=0):
        self.rng, self.layers = np.random.default_rng(seed), []

    def layer(self, *arguments):
        new = NeuralNode(*arguments)
        self.layers = self.layers + [new]
        return new

    def Linear_Layer(self, n_in, n_out, name):
        return self.layer(n_in, n_out, name, self.rng)

    def ReLu_Layer(self, n_in, n_out, name):
        return self.layer(n_in, n_out, name, self.rng, lambda z: z * (z.value > 0))

    def get_param(self):
        weights = {layer.W.name: layer.W.value * 1.0 for layer in self.layers}
        return weights | {layer.b.name: layer.b.value * 1.0 for layer in self.layers}

    def set_param(self, p):
        known = set(self.get_param())
        if not set(p) <= known:
            raise KeyError(set(p) - known)
        for layer in self.layers:
            for leaf in layer.W, layer.b:
                leaf.value = np.copy(p.get(leaf.name, leaf.value))

    def get_grad(self, x, y):
        loss = self.loss(x, y)
        (number,) = loss.value.ravel().tolist()
        return gradient(loss), number


# %% task2-two-layer
class TwoLayer(Model):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        super().__init__(seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden, "h1")
        self.h2 = self.Linear_Layer(n_hidden, n_out, "h2")

    def forward(self, x):
        hidden = self.h1(x)
        return self.h2(hidden)

    def loss(self, x, y):
        error = np.asarray(y) - self.forward(x)
        per_column = (error * error).sum(axis=0)
        return per_column.sum() * (1 / np.size(y))


# %% task3-cross-entropy
def cross_entropy(O, Y):
    right = (O * Y).sum(axis=1)
    return (right.log() * -1).mean()


def log_softmax(Z):
    m = Z.value.max(axis=1, keepdims=True)
    total = np.exp(Z.value - m).sum(axis=1, keepdims=True)
    scaled = exp(Z - m) / total  # rounding aside, its sum is 1
    return Z - (m + np.log(total)) - log(scaled.sum(axis=1))


def cross_entropy_from_logits(Z, Y):
    per_example = (log_softmax(Z) * Y).sum(axis=1)
    return -per_example.mean()


# %% task4-network
class Network(Model):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        super().__init__(seed)
        sizes = [n_in, n_hidden1, n_hidden2]
        for i in (1, 2):
            setattr(self, f"h{i}", self.ReLu_Layer(sizes[i - 1], sizes[i], f"h{i}"))
        self.h3 = self.Linear_Layer(n_hidden2, n_out, "h3")

    def logits(self, x):
        def after(i):
            return self.layers[i](x if i == 0 else after(i - 1))

        return after(2)

    def forward(self, x):
        Z = self.logits(x)
        exponentials = (Z - Z.value.max(axis=1, keepdims=True)).exp()
        return exponentials / exponentials.sum(axis=1)

    def loss(self, x, y):
        return -1 * (log_softmax(self.logits(x)) * y).sum(axis=1).mean()


# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    while len(losses) < steps:
        old = net.get_param()
        grad, loss = net.get_grad(x, y)
        new = {}
        for name, array in old.items():
            new[name] = np.subtract(array, np.multiply(rate, grad[name]))
        net.set_param(new)
        losses.append(loss)
    return losses


# %% task5-mini-batches
def batches(n, size, rng):
    left = list(rng.permutation(n))
    cut = []
    while left:
        cut.append(np.array(left[:size]))
        left = left[size:]
    return cut


def train_epoch(net, x, y, rate, size, rng):
    return [
        train(net, x[rows, :], y[rows, :], rate, 1)[0]
        for rows in batches(len(y), size, rng)
    ]


# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    hits = [row.tolist().index(row.max()) == k for row, k in zip(O, labels)]
    return sum(hits) / len(hits)


def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 48, 32, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    while len(val_losses) < 36:
        train_epoch(net, x, y, 3 / (20 + 3 * len(val_losses)), 32, rng)
        train_losses.append(net.get_grad(x, y)[1])
        val_losses.append(net.get_grad(x_val, y_val)[1])
        if len(val_losses) > 30 and val_losses[-1] > 2 * min(val_losses):
            break
    return net, train_losses, val_losses
