# Misconception: backward puts the gradient in place of what stood in .grad.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    theta.requires_grad_()
    f(theta).backward()
    return theta.grad.clone()
