# Misconception: Logits are probabilities.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        with torch.no_grad():
            return self(torch.tensor(x)).numpy()
