# Misconception: Evaluation mode standardises with the batch.
# Fails: task5-layer-test-evaluation, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if self.training:
            return super().__call__(x)
        return batch_norm(x, self.gamma, self.beta, self.epsilon)
