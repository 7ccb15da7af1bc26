# Misconception: The Hessian is a sum over the examples.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(2 * A.T @ A)
