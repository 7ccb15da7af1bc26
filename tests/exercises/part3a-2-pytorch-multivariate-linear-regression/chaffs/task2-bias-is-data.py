# Misconception: Only the weights are trained, the bias is a constant.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b.detach()
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean()
