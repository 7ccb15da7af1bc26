# Misconception: Within no_grad a cost can still be differentiated later.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    with torch.no_grad():
        return ((theta0 + theta1 * x - y) ** 2).mean()
