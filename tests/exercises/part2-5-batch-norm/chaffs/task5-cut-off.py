# Misconception: A layer computes with the values of its input.
# Fails: task5-layer-test-evaluation, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        return super().__call__(dp.Node(x.value))
