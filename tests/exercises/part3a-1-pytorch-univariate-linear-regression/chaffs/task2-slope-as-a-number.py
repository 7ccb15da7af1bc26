# Misconception: What multiplies the data may be a plain number.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1.item() * x - y) ** 2).mean()
