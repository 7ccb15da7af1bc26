# Misconception: The derivative is the same for both parameters.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return 2 * torch.stack([error.mean(), error.mean()])
