# Misconception: The cost is the sum of the squares.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).sum()
