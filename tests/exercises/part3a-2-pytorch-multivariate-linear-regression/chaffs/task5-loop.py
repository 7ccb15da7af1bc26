# Misconception: To know the cost after t steps one has to make t steps.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    delta, excess = distance, []
    for _ in range(int(steps.max()) + 1):
        excess.append((delta.T @ H @ delta).sum() / 2)
        delta = delta - rate * (H @ delta)
    return torch.stack(excess)[steps]
