# Misconception: The cost shrinks by the same factor as the distance.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** steps).sum(dim=0)
