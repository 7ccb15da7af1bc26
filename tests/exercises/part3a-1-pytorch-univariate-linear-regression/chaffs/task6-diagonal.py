# Misconception: The curvatures stand on the diagonal of the Hessian.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return (2 * A.T @ A / len(x)).diagonal().sort().values
