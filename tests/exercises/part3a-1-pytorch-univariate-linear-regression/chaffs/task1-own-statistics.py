# Misconception: Each set is standardised with its own mean and standard deviation.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return (x - x.mean()) / x.std(correction=0)
