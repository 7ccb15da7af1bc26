# Misconception: Both variables play the same part.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    d, e = x - x.mean(), y - y.mean()
    slope = (e @ e) / (d @ e)
    return torch.stack([y.mean() - slope * x.mean(), slope])
