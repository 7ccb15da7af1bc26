# Misconception: The errors are compared with those of the predictions' mean.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).sum() / ((y - o.mean()) ** 2).sum()
