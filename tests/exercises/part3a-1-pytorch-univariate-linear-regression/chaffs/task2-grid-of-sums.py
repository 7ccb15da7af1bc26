# Misconception: The grid holds sums of squares.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return (errors**2).sum(dim=2)
