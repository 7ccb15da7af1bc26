# Misconception: The loss takes what forward gives.
# Fails: task3-network-test-loss
# %% task3-network
class DeepNetwork(DeepNetwork):
    def loss(self, x, y):
        return binary_cross_entropy(self.forward(x), y)
