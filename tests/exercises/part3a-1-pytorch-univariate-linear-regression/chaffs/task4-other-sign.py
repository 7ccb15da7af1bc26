# Misconception: An error is target minus output, and its sign does not matter.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return -2 * torch.stack([error.mean(), (error * x).mean()])
