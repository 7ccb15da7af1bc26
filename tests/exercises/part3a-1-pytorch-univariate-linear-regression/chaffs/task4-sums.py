# Misconception: The gradient is a sum over the examples.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return 2 * torch.stack([error.sum(), (error * x).sum()])
