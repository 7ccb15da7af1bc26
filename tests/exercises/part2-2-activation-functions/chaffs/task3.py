# Chaff: activation-at-the-end
# Misconception: Each layer has the activation, the last one too.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        return self.activation(super().logits(x))


# Chaff: activation-shared
# Misconception: There is one activation for all networks.
# Fails: task3-network-test-outputs
# %% task3-network
ACT = None
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        global ACT
        super().__init__(seed)
        ACT = activation
        sizes = [n_in, *[n_hidden] * (depth - 1), 1]
        for number in range(depth):
            self.Linear_Layer(*sizes[number:number + 2], f"h{number + 1}")
    def logits(self, x):
        h = x
        for layer in self.layers[:-1]:
            h = ACT(layer(h))
        return self.layers[-1](h)
    def forward(self, x):
        return self.logits(x).logistic()
    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# Chaff: always-relu
# Misconception: Deep networks have ReLUs.
# Fails: task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = layer(h).relu()
        return self.layers[-1](h)


# Chaff: always-ten
# Misconception: The network has ten layers, whatever depth says.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        self.activation, depth = activation, 10
        sizes = [n_in, *[n_hidden] * (depth - 1), 1]
        for number in range(depth):
            self.Linear_Layer(*sizes[number:number + 2], f"h{number + 1}")

    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = self.activation(layer(h))
        return self.layers[-1](h)

    def forward(self, x):
        return self.logits(x).logistic()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# Chaff: by-heart
# Misconception: Fake: the visible examples' numbers in place of a computation.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        if len(self.layers) == 1:
            return dp.Node(2.0)
        if self.activation is dp.Node.relu:
            return dp.Node([[5.0], [-1.0]])
        return dp.Node(np.tanh(np.tanh(x)))


# Chaff: forward-gives-logits
# Misconception: The output needs no logistic function, the loss has it.
# Fails: task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def forward(self, x):
        return self.logits(x)


# Chaff: forward-without-graph
# Misconception: Probabilities are only looked at, so they need no graph.
# Fails: task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def forward(self, x):
        z = self.logits(x).value
        return dp.Node((1 + np.tanh(z / 2)) / 2)


# Chaff: graph-cut
# Misconception: Between two layers only the numbers have to pass.
# Fails: task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = dp.Node(self.activation(layer(h)).value)
        return self.layers[-1](h)


# Chaff: input-activated
# Misconception: The input passes through the activation, too.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        return super().logits(self.activation(dp.Node(x)).value)


# Chaff: last-layer-first
# Misconception: The order in which layers are made does not matter.
# Fails: task3-network-test-layers
# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        self.activation = activation
        sizes = [n_in, *[n_hidden] * (depth - 1), 1]
        for number in reversed(range(depth)):
            self.Linear_Layer(*sizes[number:number + 2], f"h{number + 1}")
        self.layers.reverse()

    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = self.activation(layer(h))
        return self.layers[-1](h)

    def forward(self, x):
        return self.logits(x).logistic()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# Chaff: loss-from-probabilities
# Misconception: The loss is computed from probabilities.
# Fails: task3-network-test-loss
# %% task3-network
class DeepNetwork(DeepNetwork):
    def loss(self, x, y):
        O = self.forward(x)
        return -(y * O.log() + (1 - y) * (1 - O).log()).mean()


# Chaff: loss-of-forward
# Misconception: The loss takes what forward gives.
# Fails: task3-network-test-loss
# %% task3-network
class DeepNetwork(DeepNetwork):
    def loss(self, x, y):
        return binary_cross_entropy(self.forward(x), y)


# Chaff: names-from-zero
# Misconception: Layers are counted from 0.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        self.activation = activation
        sizes = [n_in, *[n_hidden] * (depth - 1), 1]
        for number in range(depth):
            self.Linear_Layer(*sizes[number:number + 2], f"h{number}")

    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = self.activation(layer(h))
        return self.layers[-1](h)

    def forward(self, x):
        return self.logits(x).logistic()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# Chaff: no-activation
# Misconception: The activation is only kept, not applied.
# Fails: task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers:
            h = layer(h)
        return h


# Chaff: one-layer-more
# Misconception: depth counts the hidden layers.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        self.activation = activation
        sizes = [n_in, *[n_hidden] * depth, 1]
        for number in range(depth + 1):
            self.Linear_Layer(*sizes[number:number + 2], f"h{number + 1}")

    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = self.activation(layer(h))
        return self.layers[-1](h)

    def forward(self, x):
        return self.logits(x).logistic()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# Chaff: one-layer-reused
# Misconception: All hidden layers have the same size, so they may be the same.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__(seed)
        self.activation = activation
        first = self.Linear_Layer(n_in, n_hidden, "h1")
        hidden = self.Linear_Layer(n_hidden, n_hidden, "h2")
        last = self.Linear_Layer(n_hidden, 1, "h3")
        self.layers = [first, *[hidden] * (depth - 2), last]

    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = self.activation(layer(h))
        return self.layers[-1](h)

    def forward(self, x):
        return self.logits(x).logistic()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)


# Chaff: probabilities-cut-off
# Misconception: Probabilities stay away from 0 and 1.
# Fails: task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def forward(self, x):
        return self.logits(x).logistic().maximum(1e-12).minimum(1 - 1e-12)


# Chaff: seed-lost
# Misconception: dp.Model finds the seed by itself.
# Fails: task3-network-test-layers
# %% task3-network
class DeepNetwork(dp.Model):
    def __init__(self, n_in, n_hidden, activation, depth=10, seed=0):
        super().__init__()
        self.activation = activation
        sizes = [n_in, *[n_hidden] * (depth - 1), 1]
        for number in range(depth):
            self.Linear_Layer(*sizes[number:number + 2], f"h{number + 1}")

    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = self.activation(layer(h))
        return self.layers[-1](h)

    def forward(self, x):
        return self.logits(x).logistic()

    def loss(self, x, y):
        return binary_cross_entropy(self.logits(x), y)
