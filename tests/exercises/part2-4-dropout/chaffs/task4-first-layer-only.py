# Misconception: Dropout after one hidden layer is enough.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        return self.out(self.h2(H))
