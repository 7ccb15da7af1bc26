# Misconception: The size of an error is its absolute value.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return (O - Y).abs().mean()
