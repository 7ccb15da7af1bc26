# Misconception: The error is that of the logit.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((z - y) ** 2).mean()
