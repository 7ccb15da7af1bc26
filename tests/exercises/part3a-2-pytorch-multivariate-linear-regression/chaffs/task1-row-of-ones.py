# Misconception: A row of ones in front is the same.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    return torch.cat([torch.ones(1, X.shape[1]), X])
