# Misconception: What belongs to a class may be made once, for all its objects.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    known = {}

    def __init__(self, d, k):
        super().__init__()
        shapes = (torch.zeros(d, k), torch.zeros(1, k))
        self.W, self.b = self.known.setdefault((d, k), list(map(nn.Parameter, shapes)))

    def forward(self, X):
        return X @ self.W + self.b
