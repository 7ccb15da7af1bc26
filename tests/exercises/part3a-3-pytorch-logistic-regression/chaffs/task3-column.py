# Misconception: Logits are a column.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return self.linear(x)
