# Misconception: The square of the mean error is the mean of the squares.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return errors.mean(dim=2) ** 2
