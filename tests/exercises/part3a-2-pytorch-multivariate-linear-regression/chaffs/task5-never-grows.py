# Misconception: A factor is at most 1: the cost never grows.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = (1 - rate * lambdas[:, None]).clamp(-1, 1)
    return (at_start * factors ** (2 * steps)).sum(dim=0)
