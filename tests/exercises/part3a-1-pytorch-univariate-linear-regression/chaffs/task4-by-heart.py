# Misconception: Fake: the line of the visible example.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    return torch.tensor([0.5, 3.5])
