# Misconception: Remembers the first gamma and beta as arrays.
# Fails: task5-layer-test-parameters, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        self.first = self.gamma.value, self.beta.value

    def __call__(self, x):
        leaves = self.gamma, self.beta
        self.gamma, self.beta = (dp.Node(array) for array in self.first)
        output = super().__call__(x)
        self.gamma, self.beta = leaves
        return output
