# Misconception: A small number added to the deviation is as good as a case for 0.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    std = std + 1e-8
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))
