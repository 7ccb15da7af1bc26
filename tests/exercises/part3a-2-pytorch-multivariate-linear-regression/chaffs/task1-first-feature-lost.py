# Misconception: The bias takes the place of the first feature.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    A = torch.ones(len(X), X.shape[1] + 1)
    A[:, 1:-1] = X[:, 1:]
    return A
