# Misconception: Each set is standardised with its own mean and standard deviation.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(X_train, X_val, X_test):
    def scale(X):
        std = X.std(dim=0, correction=0)
        return (X - X.mean(dim=0)) / torch.where(std == 0, 1.0, std)

    return scale(X_train), scale(X_val), scale(X_test)
