# Misconception: Standardising means scaling to the range of the training set.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return (x - x_train.min()) / (x_train.max() - x_train.min())
