# Misconception: All parameters start with 0.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        model.set_param({f"{name}_gamma": np.zeros((1, d))})
