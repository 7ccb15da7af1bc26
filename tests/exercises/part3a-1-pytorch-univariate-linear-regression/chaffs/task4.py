# Chaff: adds-up
# Misconception: backward puts the gradient in place of what stood in .grad.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    theta.requires_grad_()
    f(theta).backward()
    return theta.grad.clone()


# Chaff: backward-by-heart
# Misconception: Fake: the gradient of the visible example.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    return torch.tensor([12.0, 9.0])


# Chaff: batches-clipped
# Misconception: What has been collected is clipped, as in training.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().clone().requires_grad_()
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        (f(leaf, x, y) * len(x) / n).backward()
        leaf.grad = leaf.grad.clamp(-100, 100)
    return leaf.grad


# Chaff: batches-emptied-between
# Misconception: Before each backward .grad has to be emptied, always.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        leaf.grad = None
        (f(leaf, x, y) * len(x) / n).backward()
    return leaf.grad


# Chaff: batches-for-two-parameters
# Misconception: theta has two parameters.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    n, total = 0, torch.zeros(2)
    for x, y in batches:
        leaf = theta.detach().requires_grad_()
        f(leaf, x, y).backward()
        total += leaf.grad * len(x)
        n += len(x)
    return total / n


# Chaff: batches-into-the-callers
# Misconception: theta's own .grad is empty at the start.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    theta.requires_grad_()
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        (f(theta, x, y) * len(x) / n).backward()
    return theta.grad.clone()


# Chaff: batches-joined
# Misconception: The batches are joined again: the cost of all examples is one call of f.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    x = torch.cat([u for u, _ in batches])
    y = torch.cat([v for _, v in batches])
    f(leaf, x, y).backward()
    return leaf.grad


# Chaff: batches-known-cost
# Misconception: The cost is always the mean squared error, so its formula will do.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    x, y = (torch.cat(parts) for parts in zip(*batches))
    error = theta.detach()[0] + theta.detach()[1] * x - y
    return 2 * torch.stack([error.mean(), (error * x).mean()])


# Chaff: batches-not-divided
# Misconception: A batch counts with the number of its examples, and that is all.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    for x, y in batches:
        (f(leaf, x, y) * len(x)).backward()
    return leaf.grad


# Chaff: batches-of-one-size
# Misconception: All batches have the size of the first.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    size = len(batches[0][0])
    n = sum(len(x) for x, y in batches)
    for x, y in batches:
        (f(leaf, x, y) * size / n).backward()
    return leaf.grad


# Chaff: batches-summed
# Misconception: Signals that add up give the gradient of the mean.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    for x, y in batches:
        f(leaf, x, y).backward()
    return leaf.grad


# Chaff: batches-unweighted
# Misconception: The mean over the batches is the mean over the examples.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = theta.detach().requires_grad_()
    for x, y in batches:
        (f(leaf, x, y) / len(batches)).backward()
    return leaf.grad


# Chaff: by-heart
# Misconception: Fake: the line of the visible example.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    return torch.tensor([0.5, 3.5])


# Chaff: callers-leaf
# Misconception: theta is there to carry the gradient, if .grad is emptied first.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    theta.requires_grad_()
    theta.grad = None
    f(theta).backward()
    return theta.grad


# Chaff: clone-is-no-leaf
# Misconception: A clone of a leaf is a leaf.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.clone().requires_grad_()
    f(leaf).backward()
    return leaf.grad


# Chaff: correlation-as-slope
# Misconception: The slope is the correlation.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    slope = torch.corrcoef(torch.stack([x, y]))[0, 1]
    return torch.stack([y.mean() - slope * x.mean(), slope])


# Chaff: downhill
# Misconception: The gradient points downhill.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.detach().requires_grad_()
    f(leaf).backward()
    return -leaf.grad


# Chaff: emptied-afterwards
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


# Chaff: finite-differences
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


# Chaff: gradient-clipped
# Misconception: A gradient is clipped, as in training.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.detach().clone().requires_grad_()
    f(leaf).backward()
    return leaf.grad.clamp(-100, 100)


# Chaff: line-of-x-on-y
# Misconception: Both variables play the same part.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    d, e = x - x.mean(), y - y.mean()
    slope = (e @ e) / (d @ e)
    return torch.stack([y.mean() - slope * x.mean(), slope])


# Chaff: line-through-0
# Misconception: The slope is the sum of x y by the sum of x squared.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    slope = (x @ y) / (x @ x)
    return torch.stack([y.mean() - slope * x.mean(), slope])


# Chaff: line-through-the-mean
# Misconception: The intercept is the mean of y.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    d = x - x.mean()
    return torch.stack([y.mean(), (d @ y) / (d @ d)])


# Chaff: means-multiplied
# Misconception: The mean of a product is the product of the means.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return 2 * torch.stack([error.mean(), error.mean() * x.mean()])


# Chaff: no-factor-2
# Misconception: The derivative of a square is its base.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return torch.stack([error.mean(), (error * x).mean()])


# Chaff: no-inner-derivative
# Misconception: The derivative is the same for both parameters.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return 2 * torch.stack([error.mean(), error.mean()])


# Chaff: nothing-returned-by-backward
# Misconception: backward returns the gradient.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.detach().requires_grad_()
    return f(leaf).backward()


# Chaff: one-leaf-for-all
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


# Chaff: other-sign
# Misconception: An error is target minus output, and its sign does not matter.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return -2 * torch.stack([error.mean(), (error * x).mean()])


# Chaff: slope-first
# Misconception: The slope's derivative comes first.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return 2 * torch.stack([(error * x).mean(), error.mean()])


# Chaff: spread-floored
# Misconception: A sum of squares is kept away from 0, to be safe.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def best_line(x, y):
    xc = x - x.mean()
    s = (xc @ y) / (xc @ xc).clamp(min=1e-3)
    return torch.stack([y.mean() - s * x.mean(), s])


# Chaff: sums
# Misconception: The gradient is a sum over the examples.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    error = theta0 + theta1 * x - y
    return 2 * torch.stack([error.sum(), (error * x).sum()])


# Chaff: theta-overwritten
# Misconception: A parameter may be written over once the errors are known.
# Fails: task4-by-hand-test-values
# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    o = x * theta1
    o += theta0
    e = o - y
    theta0 += 0
    theta0 *= 2
    return 2 * torch.stack([e.mean(), (e * x).mean()])
