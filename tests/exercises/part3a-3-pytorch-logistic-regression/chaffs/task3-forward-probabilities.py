# Misconception: forward gives probabilities.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return torch.sigmoid(self.linear(x))[:, 0]

    def predict(self, x):
        with torch.no_grad():
            return self(torch.tensor(x)).numpy()
