# Misconception: Fake: the number of the visible example.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return torch.tensor(0.5)
