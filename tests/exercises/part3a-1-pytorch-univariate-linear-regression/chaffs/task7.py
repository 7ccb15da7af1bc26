# Chaff: arguments-swapped
# Misconception: It does not matter which of the two is the prediction.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).sum() / ((o - o.mean()) ** 2).sum()


# Chaff: by-heart
# Misconception: Fake: the number of the visible example.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return torch.tensor(0.5)


# Chaff: correlation
# Misconception: R² is the squared correlation.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return torch.corrcoef(torch.stack([o, y]))[0, 1] ** 2


# Chaff: explained-variance
# Misconception: R² is the variance of the predictions by that of the targets.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return o.var() / y.var()


# Chaff: mean-of-predictions
# Misconception: The errors are compared with those of the predictions' mean.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).sum() / ((y - o.mean()) ** 2).sum()


# Chaff: n-minus-1
# Misconception: torch.var divides by n.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).mean() / y.var()


# Chaff: never-below-0
# Misconception: A share cannot be negative.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    r2 = 1 - ((y - o) ** 2).sum() / ((y - y.mean()) ** 2).sum()
    return r2.clip(0)


# Chaff: predictions-overwritten
# Misconception: The predictions may be turned into errors in place.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    spread = ((y - y.mean()) ** 2).sum()
    o -= y
    return 1 - (o ** 2).sum() / spread


# Chaff: small-number-added
# Misconception: A small number in the denominator avoids a division by 0 and changes
# nothing.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - ((y - o) ** 2).sum() / (((y - y.mean()) ** 2).sum() + 1e-12)


# Chaff: unexplained
# Misconception: R² is the share of the error that is left.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return ((y - o) ** 2).sum() / ((y - y.mean()) ** 2).sum()


# Chaff: variance-of-errors
# Misconception: The spread of the errors counts, not their mean.
# Fails: task7-r-squared-test-values
# %% task7-r-squared
def r_squared(o, y):
    return 1 - (y - o).var() / y.var()
