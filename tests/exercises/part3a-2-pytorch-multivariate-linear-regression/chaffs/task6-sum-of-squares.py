# Misconception: The price is compared with the sum of the squares, not with their mean.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C + lam * torch.eye(d), C.T @ Y)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W
