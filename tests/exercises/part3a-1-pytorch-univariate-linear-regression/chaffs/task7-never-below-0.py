# Misconception: A share cannot be negative.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    r2 = 1 - ((y - o) ** 2).sum() / ((y - y.mean()) ** 2).sum()
    return r2.clip(0)
