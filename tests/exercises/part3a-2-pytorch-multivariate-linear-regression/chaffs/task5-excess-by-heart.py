# Misconception: Fake: the numbers of the visible example.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    known = {0: 5.0, 1: 0.5625, 2: 0.31640625, 1_000_000: 0.136677}
    return torch.tensor([known.get(step, 0.0) for step in steps.tolist()])
