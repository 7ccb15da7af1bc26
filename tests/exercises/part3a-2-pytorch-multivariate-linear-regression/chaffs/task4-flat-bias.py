# Misconception: A bias is a vector of k numbers.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(k))

    def forward(self, X):
        return X @ self.W + self.b
