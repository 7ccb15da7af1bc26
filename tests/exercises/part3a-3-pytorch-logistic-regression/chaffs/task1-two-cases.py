# Misconception: `where` sends no signal into the case that it does not take.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    e = torch.exp(z)
    return torch.where(z >= 0, 1 / (1 + torch.exp(-z)), e / (1 + e))
