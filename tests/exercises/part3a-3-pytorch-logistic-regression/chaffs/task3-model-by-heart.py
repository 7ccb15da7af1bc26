# Misconception: The numbers of the visible check are learned by heart.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return torch.tensor([0.5, 0.0, 3.5])

    def predict(self, x):
        return np.array([0.6224593312018546, 0.5, 0.9706877692486436])
