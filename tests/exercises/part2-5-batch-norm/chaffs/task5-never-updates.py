# Misconception: The running statistics stay as they were at first.
# Fails: task5-layer-test-evaluation, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if not self.training:
            return evaluate_norm(x, self.gamma, self.beta, self.mean,
                                 self.variance, self.epsilon)
        if len(x) < 2:
            raise ValueError("a batch of one example")
        return batch_norm(x, self.gamma, self.beta, self.epsilon)
