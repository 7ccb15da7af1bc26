# Misconception: The mean over the batches is the mean over the examples.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    for x, y in batches:
        (f(leaf, x, y) / len(batches)).backward()
    return leaf.grad
