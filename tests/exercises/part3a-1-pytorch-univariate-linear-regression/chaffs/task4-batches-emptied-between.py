# Misconception: Before each backward .grad has to be emptied, always.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        leaf.grad = None
        (f(leaf, x, y) * len(x) / n).backward()
    return leaf.grad
