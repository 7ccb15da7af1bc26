# Misconception: e^z / (1 + e^z) is as good for any z.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    e = torch.exp(z)
    return e / (1 + e)
