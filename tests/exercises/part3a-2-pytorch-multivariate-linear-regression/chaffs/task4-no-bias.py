# Misconception: The bias is a constant, so it needs no training.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = torch.zeros(1, k)

    def forward(self, X):
        return X @ self.W + self.b
