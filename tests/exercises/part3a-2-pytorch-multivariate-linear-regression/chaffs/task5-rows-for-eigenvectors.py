# Misconception: The eigenvectors are the rows of Q.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)
