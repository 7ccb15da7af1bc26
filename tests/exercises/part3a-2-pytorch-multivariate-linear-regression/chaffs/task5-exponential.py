# Misconception: Small steps follow the exponential function.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    return (at_start * torch.exp(-2 * rate * lambdas[:, None] * steps)).sum(dim=0)
