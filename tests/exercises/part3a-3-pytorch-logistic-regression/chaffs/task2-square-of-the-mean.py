# Misconception: The mean error is squared.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return (torch.sigmoid(z) - y).mean() ** 2
