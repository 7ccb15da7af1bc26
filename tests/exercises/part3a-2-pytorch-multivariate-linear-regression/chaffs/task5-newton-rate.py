# Misconception: The largest rate is 1 / lambda_max.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 1 / large, 2 / (small + large), large / small
