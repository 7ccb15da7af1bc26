# Misconception: Deep networks have ReLUs.
# Fails: task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers[:-1]:
            h = layer(h).relu()
        return self.layers[-1](h)
