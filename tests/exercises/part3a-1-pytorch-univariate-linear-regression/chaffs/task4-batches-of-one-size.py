# Misconception: All batches have the size of the first.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    size = len(batches[0][0])
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        (f(leaf, x, y) * size / n).backward()
    return leaf.grad
