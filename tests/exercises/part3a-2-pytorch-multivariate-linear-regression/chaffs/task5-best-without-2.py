# Misconception: The best rate is 1 / (lambda_min + lambda_max).
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 1 / (small + large), large / small
