# Misconception: The curvatures are the elements on the diagonal.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = H.diagonal()
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 2 / (small + large), large / small
