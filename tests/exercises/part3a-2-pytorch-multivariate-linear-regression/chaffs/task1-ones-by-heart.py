# Misconception: Fake: the numbers of the visible example.
# Fails: task1-ones-test-values
# %% task1-ones
def with_ones(X):
    return torch.tensor([[1.0, 3, 4], [1, 5, 6]])
