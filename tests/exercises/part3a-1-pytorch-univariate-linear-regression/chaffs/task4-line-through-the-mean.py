# Misconception: The intercept is the mean of y.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    d = x - x.mean()
    return torch.stack([y.mean(), (d @ y) / (d @ d)])
