# Misconception: The outputs are normalised as well.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def logits(self, x):
        z = super().logits(x)
        return (z - z.mean(axis=0)) / (z - z.mean(axis=0)).square().mean(axis=0).sqrt() \
            if len(x) > 1 else z
