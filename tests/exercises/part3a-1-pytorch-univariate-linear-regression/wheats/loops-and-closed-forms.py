# Plain loops, sums written out, formulas with roots; leaves found level by level in a
# dictionary; gradient descent with new leaves in place of one that is changed.
# %% task1-tensors
def shared(array):
    return torch.utils.dlpack.from_dlpack(array)


def copied(array):
    return torch.from_numpy(np.array(array, dtype=float))


def to_array(tensor):
    with torch.no_grad():
        return tensor.clone().detach().numpy()


# %% task1-standardise
def standardize(x, x_train):
    n = len(x_train)
    mean = sum(x_train.tolist()) / n
    square = sum((value - mean) ** 2 for value in x_train.tolist()) / n
    return (x - mean) * square**-0.5


# %% task2-cost
def cost(theta0, theta1, x, y):
    if not x.size() == y.size():
        raise ValueError("one target for each example")
    total = 0
    for u, v in zip(x.flatten(), y.flatten()):
        total = total + (v - theta1 * u - theta0) ** 2
    return total / x.numel()


# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    grid = torch.zeros(len(theta0s), len(theta1s))
    for i, theta0 in enumerate(theta0s):
        for j, theta1 in enumerate(theta1s):
            grid[i, j] = ((y - theta0 - theta1 * x) ** 2).sum() / len(x)
    return grid


# %% task3-leaves
def leaves(output):
    if output.is_leaf:
        return [output] * output.requires_grad
    order = {output.grad_fn: None}
    queue = list(order)
    for function in queue:  # the list grows while it is read
        for operand, _ in function.next_functions:
            if operand is not None and operand not in order:
                order[operand] = getattr(operand, "variable", None)
                queue.append(operand)
    return [leaf for leaf in order.values() if leaf is not None]


# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    first = second = 0.0
    for u, v in zip(x.tolist(), y.tolist()):
        error = theta0.item() + theta1.item() * u - v
        first, second = first + error, second + error * u
    return torch.tensor([2 * first / len(x), 2 * second / len(x)])


def best_line(x, y):
    n, sx, sy, sxx, sxy = len(x), x.sum(), y.sum(), (x * x).sum(), (x * y).sum()
    below = n * sxx - sx**2
    return torch.tensor([(sxx * sy - sx * sxy) / below, (n * sxy - sx * sy) / below])


# %% task4-backward
def gradient_by_backward(f, theta):
    numbers = theta.detach().numpy().copy()
    leaf = torch.tensor(numbers, requires_grad=True)
    value = f(leaf)
    value.backward()
    return leaf.grad.detach().clone()


# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = torch.tensor(theta.tolist(), requires_grad=True)
    total, count = 0, 0
    for x, y in batches:
        total = total + f(leaf, x, y) * x.numel()
        count += x.numel()
    (total / count).backward()
    return leaf.grad


# %% task5-descend
def descend(f, theta, rate, steps):
    point, thetas, costs = theta.tolist(), [], []
    for step in range(steps + 1):
        leaf = torch.tensor(point, requires_grad=True)
        value = f(leaf)
        value.backward()
        thetas.append(point)
        costs.append(value.item())
        point = [p - rate * g for p, g in zip(point, leaf.grad.tolist())]
    return torch.tensor(thetas), torch.tensor(costs)


# %% task6-rates
def curvatures(x):
    square, mean = (x**2).mean(), x.mean()
    root = ((1 - square) ** 2 + 4 * mean**2).sqrt()
    large = 1 + square + root
    return torch.stack([4 * (square - mean**2) / large, large])


def largest_rate(x):
    small, large = curvatures(x)
    return 2 / large


def shrink_factor(x, rate):
    small, large = curvatures(x).tolist()
    return max(1 - rate * small, rate * large - 1)


# %% task7-r-squared
def r_squared(o, y):
    left = sum((u - v) ** 2 for u, v in zip(o, y))
    of_mean = sum((v - y.mean()) ** 2 for v in y)
    return (of_mean - left) / of_mean
