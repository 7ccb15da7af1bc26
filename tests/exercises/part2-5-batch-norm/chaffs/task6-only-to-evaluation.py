# Misconception: There is only one way to switch.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def set_training(self, training):
        for norm in self.norms:
            norm.training = False
