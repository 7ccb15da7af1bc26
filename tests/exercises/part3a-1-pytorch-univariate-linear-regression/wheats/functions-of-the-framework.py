# Leaves to PyTorch what it offers: as_tensor, autograd.grad, vmap, optim.SGD, gradient
# edges, functional.hessian, lstsq.
# %% task1-tensors
def shared(array):
    return torch.as_tensor(array)


def copied(array):
    return torch.as_tensor(array).clone().to(torch.get_default_dtype())


def to_array(tensor):
    return np.array(tensor.detach().cpu().numpy())


# %% task1-standardise
def standardize(x, x_train):
    variance, mean = torch.var_mean(x_train, correction=0)
    return x.sub(mean).div(variance.sqrt())


# %% task2-cost
def cost(theta0, theta1, x, y):
    if tuple(x.shape) != tuple(y.shape):
        raise ValueError(f"{x.shape} and {y.shape}")
    return torch.nn.functional.mse_loss(torch.addcmul(theta0, theta1, x), y)


# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    def one(theta0, theta1):
        return torch.square(theta0 + theta1 * x - y).mean()

    row = torch.vmap(one, in_dims=(None, 0))
    return torch.vmap(row, in_dims=(0, None))(theta0s, theta1s)


# %% task3-leaves
def leaves(output):
    if not output.requires_grad:
        return []
    first = torch.autograd.graph.get_gradient_edge(output).node
    level, seen = [first], {first}
    while level:
        level = {f for g in level for f, _ in g.next_functions if f} - seen
        seen |= level
    return [f.variable for f in seen if f.name().endswith("AccumulateGrad")]


# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    A = torch.stack([torch.ones_like(x), x])
    theta = torch.stack([theta0, theta1])
    return 2 / len(x) * A @ (A.T @ theta - y)


def best_line(x, y):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.lstsq(A, y[:, None]).solution[:, 0]


# %% task4-backward
def gradient_by_backward(f, theta):
    leaf = theta.clone().detach().requires_grad_(True)
    (gradient,) = torch.autograd.grad(f(leaf), leaf)
    return gradient


# %% task4-batches
def gradient_of_batches(f, theta, batches):
    gradient = torch.func.grad(f)
    sizes = torch.tensor([float(len(x)) for x, _ in batches])
    parts = torch.stack([gradient(theta.detach(), x, y) for x, y in batches])
    return (sizes / sizes.sum()) @ parts


# %% task5-descend
def descend(f, theta, rate, steps):
    parameter = torch.nn.Parameter(theta.detach().clone())
    optimizer = torch.optim.SGD([parameter], lr=rate)
    thetas = torch.empty(steps + 1, len(theta))
    costs = torch.empty(steps + 1)
    for step in range(steps + 1):
        optimizer.zero_grad()
        l = f(parameter)
        thetas[step], costs[step] = parameter.detach(), l.detach()
        l.backward()
        optimizer.step()
    return thetas, costs


# %% task6-rates
def curvatures(x):
    def mean_square(theta):
        return torch.square(theta[0] + theta[1] * x).mean()

    hessian = torch.autograd.functional.hessian(mean_square, torch.zeros(2))
    return torch.linalg.eigh(hessian).eigenvalues


def largest_rate(x):
    return curvatures(x)[-1].reciprocal() * 2


def shrink_factor(x, rate):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    step = torch.eye(2) - rate * 2 * A.T @ A / len(x)
    return torch.linalg.matrix_norm(step, ord=2)


# %% task7-r-squared
def r_squared(o, y):
    return 1 - torch.dist(o, y) ** 2 / torch.dist(y, y.mean()) ** 2
