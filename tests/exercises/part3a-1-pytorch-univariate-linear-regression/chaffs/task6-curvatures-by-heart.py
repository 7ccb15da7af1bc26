# Misconception: Fake: the curvatures of the visible example.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    return torch.tensor([2.0, 8.0])
