# Misconception: Curvatures are singular values of A.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.svdvals(A / len(x) ** 0.5).flip(0)
