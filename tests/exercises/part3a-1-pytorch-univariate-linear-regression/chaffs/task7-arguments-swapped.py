# Misconception: It does not matter which of the two is the prediction.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).sum() / ((o - o.mean()) ** 2).sum()
