# Misconception: The bias has one axis.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0) - (mean @ W)[0]
