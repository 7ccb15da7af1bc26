# Chaff: all-sets-together
# Misconception: The more data the better: mean and deviation of all three sets together.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    every = torch.cat([X_train, X_val, X_test])
    mean, std = every.mean(dim=0), every.std(dim=0, correction=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: close-to-0
# Misconception: A deviation that is close to 0 is 0.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    std[torch.isclose(std, torch.zeros_like(std))] = 1
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: constant-column
# Misconception: A standard deviation is never 0.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: constant-to-0
# Misconception: A constant column carries nothing, so it becomes 0 in all sets.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    return tuple(torch.where(std == 0, 0.0, (X - mean) / std)
                 for X in (X_train, X_val, X_test))


# Chaff: first-feature-lost
# Misconception: The bias takes the place of the first feature.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    A = torch.ones(len(X), X.shape[1] + 1)
    A[:, 1:-1] = X[:, 1:]
    return A


# Chaff: in-place
# Misconception: A function may work on its arguments: the caller has the result anyway.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    std[std == 0] = 1
    for X in (X_train, X_val, X_test):
        X -= mean
        X /= std
    return X_train, X_val, X_test


# Chaff: n-minus-1
# Misconception: torch.std divides by n, as np.std does.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: not-centered
# Misconception: It is the scale that matters, not the center.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple(X / std for X in (X_train, X_val, X_test))


# Chaff: one-scale
# Misconception: One mean and one standard deviation do for all columns.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(), X_train.std(correction=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: ones-behind
# Misconception: The column of ones stands behind the features.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    return torch.cat([X, torch.ones(len(X), 1)], dim=1)


# Chaff: ones-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    return torch.tensor([[1.0, 3, 4], [1, 5, 6]])


# Chaff: own-statistics
# Misconception: Each set is standardized with its own mean and standard deviation.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    def scale(X):
        std = X.std(dim=0, correction=0)
        return (X - X.mean(dim=0)) / torch.where(std == 0, 1.0, std)

    return scale(X_train), scale(X_val), scale(X_test)


# Chaff: repaired-n-minus-1
# Misconception: The factor between n - 1 and n repairs torch.std, also for a single row.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    std = std * ((len(X_train) - 1) / len(X_train)) ** 0.5
    std[std == 0] = 1
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: row-of-ones
# Misconception: A row of ones in front is the same.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    return torch.cat([torch.ones(1, X.shape[1]), X])


# Chaff: rows
# Misconception: dim=1 goes over the rows, so it gives a number for each column.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=1, keepdim=True).mean(dim=0), X_train.std(dim=1, correction=0).mean()
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: small-number
# Misconception: A small number added to the deviation is as good as a case for 0.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    std = std + 1e-8
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))


# Chaff: variance
# Misconception: To standardize means to divide by the variance.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(X_train, X_val, X_test):
    mean, std = X_train.mean(dim=0), X_train.var(dim=0, correction=0)
    std = torch.where(std == 0, torch.ones_like(std), std)
    return tuple((X - mean) / std for X in (X_train, X_val, X_test))
