# Misconception: Fake: the numbers of the visible example.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    W = torch.tensor([[2 / (1 + lam)]])
    return W, 3 - W
