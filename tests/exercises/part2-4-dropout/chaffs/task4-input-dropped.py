# Misconception: All layers' inputs are dropped, the images, too.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        x = dropout(dp.Node(x), self.rate, self.training, self.rng)
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)
