# Misconception: Fake: the numbers of the visible example.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 0.5, 0.4, 4.0
