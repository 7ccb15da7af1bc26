# Misconception: All hidden layers share the first batch normalization.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def pre_activation(self, i, h):
        norm = self.norms[i]
        norm.gamma = self.norms[0].gamma if norm.gamma.shape == (
            self.norms[0].gamma.shape) else norm.gamma
        norm.beta = self.norms[0].beta if norm.beta.shape == (
            self.norms[0].beta.shape) else norm.beta
        return super().pre_activation(i, h)
