# Misconception: predict answers yes or no.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        with torch.no_grad():
            return 1.0 * (self(torch.tensor(x)) > 0).numpy()
