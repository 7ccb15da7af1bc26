# Misconception: torch.var divides by n.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).mean() / y.var()
