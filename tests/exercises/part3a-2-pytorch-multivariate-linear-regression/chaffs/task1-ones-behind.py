# Misconception: The column of ones stands behind the features.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    return torch.cat([X, torch.ones(len(X), 1)], dim=1)
