# Misconception: The loss is computed from probabilities.
# Fails: task3-network-test-loss
# %% task3-network
class DeepNetwork(DeepNetwork):
    def loss(self, x, y):
        O = self.forward(x)
        return -(y * O.log() + (1 - y) * (1 - O).log()).mean()
