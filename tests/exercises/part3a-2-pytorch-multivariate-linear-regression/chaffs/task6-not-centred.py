# Misconception: The features are standardised, so they need not be centred.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W
