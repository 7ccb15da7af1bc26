# Misconception: Fake: central differences in place of backward.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    theta = theta.detach()
    result, h = torch.zeros_like(theta), 1e-6
    for i in range(theta.numel()):
        step = torch.zeros(theta.numel())
        step[i] = h
        step = step.reshape(theta.shape)
        result.view(-1)[i] = (f(theta + step) - f(theta - step)) / (2 * h)
    return result
