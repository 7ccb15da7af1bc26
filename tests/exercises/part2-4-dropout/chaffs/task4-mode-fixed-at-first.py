# Misconception: The constructor decides on the mode once.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.at_first = self.training

    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.at_first, self.rng)
        H = dropout(self.h2(H), self.rate, self.at_first, self.rng)
        return self.out(H)
