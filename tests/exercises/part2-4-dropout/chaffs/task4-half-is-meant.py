# Misconception: The rate is always one half.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), 0.5, self.training, self.rng)
        H = dropout(self.h2(H), 0.5, self.training, self.rng)
        return self.out(H)
