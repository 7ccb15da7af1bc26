# Misconception: The loss is a number, so NumPy can compute it.
# Fails: task2-model-test-gradients
# %% task2-two-layer
class TwoLayer(Model):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        super().__init__(seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden, "h1")
        self.h2 = self.Linear_Layer(n_hidden, n_out, "h2")

    def forward(self, x):
        return self.h2(self.h1(x))

    def loss(self, x, y):
        return Node(((self.forward(x).value - y) ** 2).mean())
