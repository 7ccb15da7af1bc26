# Misconception: Computes the hidden layers once for a look, and once more.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def logits(self, x):
        self.hidden(x)
        return super().logits(x)
