# Misconception: The bias is in the parameters, that is enough.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W
