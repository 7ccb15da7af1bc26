# Misconception: The curvatures stand on the diagonal.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = H.diagonal(), torch.eye(len(H))
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)
