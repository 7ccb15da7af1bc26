# Misconception: The logistic function is tanh at half the size.
# Fails: task1-logistic-test-values
# %% task1-logistic
def logistic(z):
    return torch.tanh(z / 2) / 2
