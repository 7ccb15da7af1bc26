# Misconception: The bias is a parameter like the others.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    A = torch.cat([torch.ones(len(X), 1), X], dim=1)
    price = lam * torch.eye(A.shape[1])
    theta = torch.linalg.solve(A.T @ A / len(A) + price, A.T @ Y / len(A))
    return theta[1:], theta[:1]
