# Misconception: forward always drops.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, True, self.rng)
        H = dropout(self.h2(H), self.rate, True, self.rng)
        return self.out(H)
