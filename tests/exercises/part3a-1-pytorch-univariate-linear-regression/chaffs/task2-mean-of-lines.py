# Misconception: The mean is taken over the last but one axis.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return (errors**2).mean(dim=1)
