# Misconception: The Hessian of a mean square is the mean of products.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(A.T @ A / len(x))
