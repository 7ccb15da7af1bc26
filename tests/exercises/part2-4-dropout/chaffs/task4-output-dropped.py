# Misconception: Dropout follows each layer, the last one, too.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return dropout(self.out(H), self.rate, self.training, self.rng)
