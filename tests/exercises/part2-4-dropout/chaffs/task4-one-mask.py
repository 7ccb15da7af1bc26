# Misconception: Both hidden layers share one mask.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H1 = self.h1(x)
        mask = dropout(H1 * 0 + 1, self.rate, self.training, self.rng).value
        if mask.shape[1] != self.h2.W.shape[1]:
            mask2 = dropout(self.h2(H1) * 0 + 1, self.rate, self.training, self.rng).value
        else:
            mask2 = mask
        return self.out(self.h2(H1 * mask) * mask2)
