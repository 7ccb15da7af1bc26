# Misconception: A squared error has a factor 1/2.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z) - y) ** 2).mean() / 2
