# Misconception: A constant column carries nothing, so it becomes 0 in all sets.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    return tuple(torch.where(std == 0, 0.0, (X - mean) / std)
                 for X in (X_train, X_val, X_test))
