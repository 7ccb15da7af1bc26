# Misconception: The gradient points downhill.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.detach().requires_grad_()
    f(leaf).backward()
    return -leaf.grad
