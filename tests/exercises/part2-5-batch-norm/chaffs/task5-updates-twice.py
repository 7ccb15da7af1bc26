# Misconception: The statistics are updated before and after.
# Fails: task5-layer-test-evaluation, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        output = super().__call__(x)
        if self.training:
            self.mean, self.variance = update_running(
                self.mean, self.variance, x.value, self.momentum)
        return output
