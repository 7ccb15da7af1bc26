# Misconception: forward is for predicting, so it needs no graph.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    @torch.no_grad()
    def forward(self, x):
        return self.linear(x)[:, 0]
