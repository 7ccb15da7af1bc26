# Misconception: The best rate is half of the largest.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 1 / large, large / small
