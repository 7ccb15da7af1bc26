# Misconception: One leaf serves all calls, if .grad is set to zero before each.
# Fails: task4-backward-test-leaf
# %% task4-backward
class Leaves:
    kept = {}


def gradient_by_backward(f, theta):
    leaf = Leaves.kept.setdefault(
        theta.shape, torch.zeros(theta.shape, requires_grad=True))
    with torch.no_grad():
        leaf.copy_(theta)
    if leaf.grad is not None:
        leaf.grad.zero_()
    f(leaf).backward()
    return leaf.grad
