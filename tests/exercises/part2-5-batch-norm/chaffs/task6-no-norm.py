# Misconception: Fake: the plain network with idle parameters.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def pre_activation(self, i, h):
        return self.layers[i](h)
