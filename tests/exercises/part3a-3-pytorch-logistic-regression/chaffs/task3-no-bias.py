# Misconception: Standardised features need no bias.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.linear = torch.nn.Linear(n_features, 1, bias=False)
        torch.nn.init.zeros_(self.linear.weight)
