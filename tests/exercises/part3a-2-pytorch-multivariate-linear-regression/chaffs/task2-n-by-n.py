# Misconception: Shapes that can be repeated to each other fit.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    return ((O - Y) ** 2).mean()
