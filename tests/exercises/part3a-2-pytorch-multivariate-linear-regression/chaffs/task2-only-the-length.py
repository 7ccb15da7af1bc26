# Misconception: If there are as many targets as outputs, the shapes fit.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if len(O) != len(Y):
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean()
