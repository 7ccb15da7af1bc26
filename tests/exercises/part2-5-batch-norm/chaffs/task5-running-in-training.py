# Misconception: Training mode standardises with the running statistics, too.
# Fails: task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if self.training:
            self.mean, self.variance = update_running(
                self.mean, self.variance, x.value, self.momentum)
        return evaluate_norm(x, self.gamma, self.beta, self.mean,
                             self.variance, self.epsilon)
