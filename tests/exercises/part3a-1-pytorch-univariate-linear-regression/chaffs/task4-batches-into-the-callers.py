# Misconception: theta's own .grad is empty at the start.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    theta.requires_grad_()
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        (f(theta, x, y) * len(x) / n).backward()
    return theta.grad.clone()
