# Misconception: Fake: the numbers of the visible example.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    thetas = torch.tensor([[1.0, 1.0], [0.8, 0.6], [0.64, 0.36]])
    return thetas[:steps + 1], torch.tensor([3.0, 1.36, 0.6688])[:steps + 1]
