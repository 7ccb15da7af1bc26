# Misconception: The derivative of a square is its base.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return torch.stack([error.mean(), (error * x).mean()])
