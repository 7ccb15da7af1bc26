# Misconception: R² is the share of the error that is left.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return ((y - o) ** 2).sum() / ((y - y.mean()) ** 2).sum()
