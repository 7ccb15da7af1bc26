# Misconception: Sets a flag of the network, which its layers do not read.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def set_training(self, training):
        self.training = training
