# Misconception: Between two layers only the numbers have to pass.
# Fails: task3-network-test-loss
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = dp.Node(self.activation(layer(h)).value)
        return self.layers[-1](h)
