# Misconception: Dropout belongs before the last layer only.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = self.h1(x)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)
