# Misconception: The shift by |z| has no kink that matters.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    small = torch.exp(-z.abs())
    return torch.where(z >= 0, 1.0, small) / (1 + small)
