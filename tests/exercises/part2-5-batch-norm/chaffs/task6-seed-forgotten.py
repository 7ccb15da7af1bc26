# Misconception: The constructor of the base class gets the sizes only.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def __init__(self, sizes, seed=0):
        super().__init__(sizes)
