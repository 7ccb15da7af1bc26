# Misconception: theta is there to carry the gradient, if .grad is emptied first.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    theta.requires_grad_()
    theta.grad = None
    f(theta).backward()
    return theta.grad
