# Misconception: Fake: the cost of the visible example, and its gradient.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return 3.0 - 2.0 * (theta0 - 1.0) - 4.0 * (theta1 - 2.0)
