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
