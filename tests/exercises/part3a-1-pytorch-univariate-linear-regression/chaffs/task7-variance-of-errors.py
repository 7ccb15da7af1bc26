# Misconception: The spread of the errors counts, not their mean.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - (y - o).var() / y.var()
