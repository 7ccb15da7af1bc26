# Misconception: A batch counts with the number of its examples, and that is all.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    for x, y in batches:
        (f(leaf, x, y) * len(x)).backward()
    return leaf.grad
