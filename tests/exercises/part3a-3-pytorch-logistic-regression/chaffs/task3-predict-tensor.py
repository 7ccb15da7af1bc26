# Misconception: predict gives a tensor.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        return torch.sigmoid(self(torch.tensor(x)))
