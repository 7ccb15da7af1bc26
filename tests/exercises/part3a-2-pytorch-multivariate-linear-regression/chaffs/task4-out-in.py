# Misconception: A weight matrix is (out, in), as in nn.Linear.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(k, d))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W.T + self.b
