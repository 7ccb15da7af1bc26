# Misconception: Tensors of equal length fit together.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if len(x) != len(y):
        raise ValueError("x and y must have the same length")
    return ((theta0 + theta1 * x - y) ** 2).mean()
