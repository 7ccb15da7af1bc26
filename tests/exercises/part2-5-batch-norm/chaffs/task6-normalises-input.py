# Misconception: The layer's input is normalised, in front of the linear layer.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def __init__(self, sizes, seed=0):
        super().__init__(sizes, seed)
        self.parameters = {k: v for k, v in self.parameters.items() if "bn" not in k}
        self.norms = [BatchNorm(self, d, f"bn{i + 1}")
                      for i, d in enumerate(sizes[:-2])]

    def pre_activation(self, i, h):
        return self.layers[i](self.norms[i](h))
