# Misconception: An nn.Linear inside has the right parameters.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.layer = nn.Linear(d, k)

    def forward(self, X):
        return self.layer(X)
