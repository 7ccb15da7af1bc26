# Misconception: Ridge regression divides the plain weights by 1 + lambda.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    W = torch.linalg.lstsq(X - mean, Y).solution / (1 + lam)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W
