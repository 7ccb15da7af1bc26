# Misconception: Each layer has the activation, the last one too.
# Fails: task3-network-test-layers, task3-network-test-loss, task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def logits(self, x):
        return self.activation(super().logits(x))
