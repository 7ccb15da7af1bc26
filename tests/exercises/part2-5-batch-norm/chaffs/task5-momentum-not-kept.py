# Misconception: The momentum is always 0.1.
# Fails: task5-layer-test-evaluation, task5-layer-test-training
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        self.momentum = 0.1
