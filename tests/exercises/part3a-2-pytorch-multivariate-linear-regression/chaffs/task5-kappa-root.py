# Misconception: The condition number of H is that of the features, the root.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 2 / (small + large), (large / small).sqrt()
