# Misconception: A generator is made from the seed where it is needed.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, rate, seed)
        self.seed = seed

    def forward(self, x):
        rng = np.random.default_rng(self.seed)
        H = dropout(self.h1(x), self.rate, self.training, rng)
        H = dropout(self.h2(H), self.rate, self.training, rng)
        return self.out(H)
