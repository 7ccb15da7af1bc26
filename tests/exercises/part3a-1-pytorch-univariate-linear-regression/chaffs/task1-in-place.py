# Misconception: A function may work on its argument: the caller has the result anyway.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    mean, deviation = x_train.mean().item(), x_train.std(correction=0).item()
    x -= mean
    x /= deviation
    return x
