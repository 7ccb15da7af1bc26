# Misconception: It is the scale that matters, not the centre.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return x / x_train.std(correction=0)
