# Misconception: Shapes that do not fit raise an error by themselves.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    return ((theta0 + theta1 * x - y) ** 2).mean()
