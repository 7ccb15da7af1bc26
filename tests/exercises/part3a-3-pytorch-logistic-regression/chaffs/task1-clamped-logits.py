# Misconception: Logits beyond 10 are cut off to be safe.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    return 1 / (1 + torch.exp(-z.clamp(-10, 10)))
