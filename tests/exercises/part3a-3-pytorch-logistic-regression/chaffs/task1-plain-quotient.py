# Misconception: A right value has a right derivative.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    return 1 / (1 + torch.exp(-z))
