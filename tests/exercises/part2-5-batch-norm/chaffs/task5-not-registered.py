# Misconception: A leaf with a name is known to the model by itself.
# Fails: task5-layer-test-parameters, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(dp.Model(), d, name, momentum, epsilon)
