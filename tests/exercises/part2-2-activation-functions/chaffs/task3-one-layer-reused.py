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
