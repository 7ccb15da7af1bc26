# Misconception: Eigenvalues come with the largest first.
# Fails: task6-rates-test-curvatures
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(2 * A.T @ A / len(x)).flip(0)
