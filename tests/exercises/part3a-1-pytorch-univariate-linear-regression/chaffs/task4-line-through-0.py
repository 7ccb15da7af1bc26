# Misconception: The slope is the sum of x y by the sum of x squared.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    slope = (x @ y) / (x @ x)
    return torch.stack([y.mean() - slope * x.mean(), slope])
