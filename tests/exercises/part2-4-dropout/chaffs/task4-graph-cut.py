# Misconception: Only the last layer needs the graph.
# Fails: task4-dropout-network-test-gradients
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dp.Node(H.value)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)
