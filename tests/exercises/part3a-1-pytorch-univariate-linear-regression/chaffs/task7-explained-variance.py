# Misconception: R² is the variance of the predictions by that of the targets.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return o.var() / y.var()
