# Misconception: Who empties .grad afterwards leaves theta as it was.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    theta.requires_grad_()
    f(theta).backward()
    result = theta.grad.clone()
    theta.grad = None
    theta.requires_grad_(False)
    return result
