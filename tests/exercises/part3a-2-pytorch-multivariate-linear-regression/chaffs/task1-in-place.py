# Misconception: A function may work on its arguments: the caller has the result anyway.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    std[std == 0] = 1
    for X in (X_train, X_val, X_test):
        X -= mean
        X /= std
    return X_train, X_val, X_test
