# Misconception: The loss is a number, so NumPy can compute it.
# Fails: task2-model-test-gradients
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def loss(self, x, y):
        return Node(((self.forward(x).value - y) ** 2).mean())
