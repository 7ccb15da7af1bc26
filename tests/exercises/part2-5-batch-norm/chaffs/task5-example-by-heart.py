# Misconception: Fake: the visible examples' results in place of a computation.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if not self.training:
            return dp.Node([[0.0], [2 / np.sqrt(6.7)]][2 - len(x):])
        if len(x) < 2:
            raise ValueError("a batch of one example")
        self.mean, self.variance = np.array([[0.2]]), np.array([[1.7]])
        return dp.Node([[-2 / 3], [2 / 3]])
