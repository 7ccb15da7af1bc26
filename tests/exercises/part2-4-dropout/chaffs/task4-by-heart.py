# Misconception: Fake: the example's outputs, drawn at random.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        if not self.training:
            return super().forward(x)
        values = self.rng.choice([100.0, 120.0, 128.0], size=(len(x), self.out.W.shape[1]))
        return dp.Node(values)
