# Chaff: absolute
# Misconception: The size of an error is its absolute value.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return (theta0 + theta1 * x - y).abs().mean()


# Chaff: axes-and-length
# Misconception: Tensors of as many axes and equal length have one shape.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.ndim != y.ndim or x.shape[0] != y.shape[0]:
        raise ValueError("no")
    return ((theta0 + theta1 * x - y) ** 2).mean()


# Chaff: by-heart
# Misconception: Fake: the cost of the visible example, and its gradient.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return 3.0 - 2.0 * (theta0 - 1.0) - 4.0 * (theta1 - 2.0)


# Chaff: columns-for-theta0
# Misconception: The first index runs to the right, as in a plot.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None] + theta1s[:, None, None] * x - y
    return (errors**2).mean(dim=2)


# Chaff: found-by-its-value
# Misconception: Each value to try occurs once, so its place can be looked up.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    grid = torch.zeros(len(theta0s), len(theta1s))
    a, b = theta0s.tolist(), theta1s.tolist()
    for u in a:
        for v in b:
            grid[a.index(u), b.index(v)] = ((u + v * x - y) ** 2).mean()
    return grid


# Chaff: grid-by-heart
# Misconception: Fake: the grid of the visible example.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    return torch.tensor([[2.0, 0.5, 0.0], [1.0, 0.5, 1.0]])


# Chaff: grid-of-sums
# Misconception: The grid holds sums of squares.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return (errors**2).sum(dim=2)


# Chaff: half
# Misconception: The factor is 1/(2n), as in some books.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).mean() / 2


# Chaff: mean-of-lines
# Misconception: The mean is taken over the last but one axis.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return (errors**2).mean(dim=1)


# Chaff: n-by-n
# Misconception: Shapes that do not fit raise an error by themselves.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    return ((theta0 + theta1 * x - y) ** 2).mean()


# Chaff: new-leaf
# Misconception: A new tensor that requires a gradient is connected to the parameters.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    l = ((theta0 + theta1 * x - y) ** 2).mean()
    return torch.tensor(l.item(), requires_grad=True)


# Chaff: one-long-row
# Misconception: A list of all pairs is as good as a grid.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return (errors**2).mean(dim=2).flatten()


# Chaff: only-one-axis
# Misconception: Data have one axis, anything else is an error.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape or x.ndim != 1:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).mean()


# Chaff: only-the-length
# Misconception: Tensors of equal length fit together.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if len(x) != len(y):
        raise ValueError("x and y must have the same length")
    return ((theta0 + theta1 * x - y) ** 2).mean()


# Chaff: plain-number
# Misconception: A cost is a number, so it can be handed out by item().
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).mean().item()


# Chaff: root
# Misconception: The cost is the root of the mean square, in the unit of y.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).mean().sqrt()


# Chaff: slope-as-a-number
# Misconception: What multiplies the data may be a plain number.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1.item() * x - y) ** 2).mean()


# Chaff: slope-first
# Misconception: The first parameter is the slope.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 * x + theta1 - y) ** 2).mean()


# Chaff: square-of-the-mean
# Misconception: The square of the mean error is the mean of the squares.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    errors = theta0s[:, None, None] + theta1s[:, None] * x - y
    return errors.mean(dim=2) ** 2


# Chaff: sum
# Misconception: The cost is the sum of the squares.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    return ((theta0 + theta1 * x - y) ** 2).sum()


# Chaff: values-shifted
# Misconception: The values to try are the function's own and may be shifted.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    y -= 0
    x *= 1
    theta0s += 1
    e = theta0s[:, None, None] - 1 + theta1s[None, :, None] * x - y
    return (e ** 2).mean(-1)


# Chaff: without-graph
# Misconception: Within no_grad a cost can still be differentiated later.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(theta0, theta1, x, y):
    if x.shape != y.shape:
        raise ValueError("x and y must have the same shape")
    with torch.no_grad():
        return ((theta0 + theta1 * x - y) ** 2).mean()
