# Misconception: The argument may be used up.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    z.clamp_(-700, 700)
    return 1 / (1 + torch.exp(-z))
