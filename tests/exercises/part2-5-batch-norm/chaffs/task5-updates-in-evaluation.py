# Misconception: The statistics go on learning in evaluation mode.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if len(x) > 1:
            self.mean, self.variance = update_running(
                self.mean, self.variance, x.value, self.momentum)
        if not self.training:
            return evaluate_norm(x, self.gamma, self.beta, self.mean,
                                 self.variance, self.epsilon)
        return batch_norm(x, self.gamma, self.beta, self.epsilon)
