# Misconception: Evaluation mode multiplies hidden values by 1 - rate.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        if self.training:
            return super().forward(x)
        H = self.h1(x) * (1 - self.rate)
        H = self.h2(H) * (1 - self.rate)
        return self.out(H)
