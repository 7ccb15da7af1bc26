# Misconception: The condition number is the smaller eigenvalue by the larger.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 2 / (small + large), small / large
