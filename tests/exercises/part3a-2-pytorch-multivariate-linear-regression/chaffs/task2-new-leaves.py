# Misconception: Tensors are made from the arguments first, to be safe.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(W, b, X, Y):
    W, b = W.detach().requires_grad_(), b.detach().requires_grad_()
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean()
