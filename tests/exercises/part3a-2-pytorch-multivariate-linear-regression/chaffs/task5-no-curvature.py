# Misconception: The excess is half of the squared distance.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)
