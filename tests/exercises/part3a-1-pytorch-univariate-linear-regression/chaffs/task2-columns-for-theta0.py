# Misconception: The first index runs to the right, as in a plot.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None] + theta1s[:, None, None] * x - y
    return (errors**2).mean(dim=2)
