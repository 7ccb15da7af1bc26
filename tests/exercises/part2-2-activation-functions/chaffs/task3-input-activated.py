# Misconception: The input passes through the activation, too.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        return super().logits(self.activation(dp.Node(x)).value)
