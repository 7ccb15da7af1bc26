# Misconception: Switching the first layer is enough.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def set_training(self, training):
        self.norms[0].training = training
