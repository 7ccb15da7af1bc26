# Misconception: To standardise means to divide by the variance.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return (x - x_train.mean()) / x_train.var(correction=0)
