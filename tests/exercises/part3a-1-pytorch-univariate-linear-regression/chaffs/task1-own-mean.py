# Misconception: Only the scale must come from the training set, the centre from the data at
# hand.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return (x - x.mean()) / x_train.std(correction=0)
