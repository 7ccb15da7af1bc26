# Misconception: The flattest direction limits the rate.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / small, 2 / (small + large), large / small
