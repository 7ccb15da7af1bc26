# Misconception: R² is the squared correlation.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return torch.corrcoef(torch.stack([o, y]))[0, 1] ** 2
