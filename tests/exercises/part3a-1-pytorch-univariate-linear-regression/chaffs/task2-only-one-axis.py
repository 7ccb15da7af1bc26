# Misconception: Data have one axis, anything else is an error.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape or x.ndim != 1:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).mean()
