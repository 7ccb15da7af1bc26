# Misconception: Fake: the numbers of the visible example.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return torch.tensor([0.0, 1.0, 3.0])
