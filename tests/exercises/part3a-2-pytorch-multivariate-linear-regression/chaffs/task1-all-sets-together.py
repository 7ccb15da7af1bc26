# Misconception: The more data the better: mean and deviation of all three sets together.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(X_train, X_val, X_test):
    every = torch.cat([X_train, X_val, X_test])
    mean, std = every.mean(dim=0), every.std(dim=0, correction=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))
