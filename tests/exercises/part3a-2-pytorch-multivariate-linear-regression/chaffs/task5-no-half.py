# Misconception: The excess is the quadratic form, without a half.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)
