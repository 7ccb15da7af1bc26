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
