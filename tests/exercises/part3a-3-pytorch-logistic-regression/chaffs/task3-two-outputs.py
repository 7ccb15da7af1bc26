# Misconception: Two classes have two outputs.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.linear = torch.nn.Linear(n_features, 2)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.zeros_(self.linear.bias)
