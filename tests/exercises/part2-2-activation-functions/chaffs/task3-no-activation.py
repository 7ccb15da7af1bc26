# Misconception: The activation is only kept, not applied.
# Fails: task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        h = dp.Node(x)
        for layer in self.layers:
            h = layer(h)
        return h
