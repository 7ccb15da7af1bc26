# Misconception: The squared error is the sum over all examples.
# Fails: task2-model-test-gradients, task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def loss(self, x, y):
        return ((self.forward(x) - y) ** 2).sum()
