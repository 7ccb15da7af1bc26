# Misconception: A list of parameters is an attribute like any other.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.both = [nn.Parameter(torch.zeros(d, k)), nn.Parameter(torch.zeros(1, k))]

    def forward(self, X):
        return X @ self.both[0] + self.both[1]
