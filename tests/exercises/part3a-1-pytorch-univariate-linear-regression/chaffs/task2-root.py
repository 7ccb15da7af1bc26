# Misconception: The cost is the root of the mean square, in the unit of y.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).mean().sqrt()
