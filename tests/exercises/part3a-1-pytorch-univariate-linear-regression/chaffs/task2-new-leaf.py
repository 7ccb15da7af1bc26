# Misconception: A new tensor that requires a gradient is connected to the parameters.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    l = ((theta0 + theta1 * x - y) ** 2).mean()
    return torch.tensor(l.item(), requires_grad=True)
