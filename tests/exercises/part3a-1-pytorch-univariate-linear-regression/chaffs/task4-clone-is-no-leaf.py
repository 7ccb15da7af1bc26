# Misconception: A clone of a leaf is a leaf.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.clone().requires_grad_()
    f(leaf).backward()
    return leaf.grad
