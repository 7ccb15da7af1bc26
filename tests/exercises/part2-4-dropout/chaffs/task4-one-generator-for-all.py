# Misconception: One generator for all networks is enough.
# Fails: task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    common = np.random.default_rng(0)

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.rng = self.common
