# Misconception: Signals that add up give the gradient of the mean.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    for x, y in batches:
        f(leaf, x, y).backward()
    return leaf.grad
