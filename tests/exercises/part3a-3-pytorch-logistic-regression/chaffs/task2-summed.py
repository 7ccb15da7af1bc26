# Misconception: Squared errors are summed up.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z) - y) ** 2).sum()
