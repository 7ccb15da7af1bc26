# Misconception: The sign in the exponent does not matter.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    m = torch.relu(-z)
    e = torch.exp(-z - m)
    return e / (torch.exp(-m) + e)
