# Misconception: Only the weights are set to 0.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        torch.nn.init.ones_(self.linear.bias)
