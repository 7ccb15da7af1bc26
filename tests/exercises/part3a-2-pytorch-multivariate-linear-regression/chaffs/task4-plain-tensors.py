# Misconception: requires_grad=True makes a tensor a parameter of the module.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = torch.zeros(d, k, requires_grad=True)
        self.b = torch.zeros(1, k, requires_grad=True)

    def forward(self, X):
        return X @ self.W + self.b
