# Misconception: backward returns the gradient.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.detach().requires_grad_()
    return f(leaf).backward()
