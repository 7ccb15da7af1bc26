# Misconception: Running statistics belong to the class.
# Fails: task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    known = {}
    mean = property(lambda self: self.known[self.gamma.shape, "mean"],
                    lambda self, array: self.known.update({
                        (self.gamma.shape, "mean"): array}))
