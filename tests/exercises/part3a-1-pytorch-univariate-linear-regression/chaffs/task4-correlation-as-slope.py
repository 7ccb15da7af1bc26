# Misconception: The slope is the correlation.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    slope = torch.corrcoef(torch.stack([x, y]))[0, 1]
    return torch.stack([y.mean() - slope * x.mean(), slope])
