# Misconception: Fake: the numbers of the visible example.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    if Y.shape != (2, 1):
        raise ValueError("shapes")
    return 2 + 0 * (W.sum() + b.sum())
