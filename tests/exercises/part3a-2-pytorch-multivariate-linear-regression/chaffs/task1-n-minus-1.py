# Misconception: torch.std divides by n, as np.std does.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))
