# Leaves to NumPy and scikit-learn what they can do, looks at squares multiplied out; a walk with a
# list of visited nodes; graphs for each batch; a class that walks downhill.
# %% task1-tensors
def shared(array):
    return torch.asarray(array)


def copied(array):
    return torch.tensor(array.tolist(), dtype=torch.double)


def to_array(tensor):
    return np.array(tensor.tolist())


# %% task1-standardise
def standardize(x, x_train):
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(x_train.numpy().reshape(-1, 1))
    column = scaler.transform(x.numpy().reshape(-1, 1))
    return torch.from_numpy(column.reshape(x.shape))


# %% task2-cost
class ShapeError(ValueError):
    pass


def cost(theta0, theta1, x, y):
    if x.shape == y.shape:
        return torch.nn.MSELoss()(theta1.mul(x).add(theta0), y)
    raise ShapeError


# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    n, a, b = len(x), theta0s[:, None], theta1s[None, :]
    return (a**2 + b**2 * (x @ x) / n + (y @ y) / n + 2 * a * b * x.mean()
            - 2 * a * y.mean() - 2 * b * (x @ y) / n)


# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, visited, to_visit = [], {}, [output.grad_fn]
    while to_visit:
        node = to_visit.pop(0)
        if node is None or id(node) in visited:
            continue
        visited[id(node)] = node
        if type(node).__name__ == "AccumulateGrad":
            found.append(node.variable)
            continue
        for operand, _ in node.next_functions:
            to_visit.append(operand)
    return found


# %% task4-by-hand
def gradient_by_hand(theta0, theta1, x, y):
    t0, t1 = (t.detach().clone().requires_grad_() for t in (theta0, theta1))
    return torch.stack(torch.autograd.grad(((t0 + t1 * x - y) ** 2).mean(), [t0, t1]))


def best_line(x, y):
    C = torch.cov(torch.stack([x, y]))
    slope = C[0, 1] / C[0, 0]
    return torch.stack((y.mean() - slope * x.mean(), slope))


# %% task4-backward
def gradient_by_backward(f, theta):
    return torch.autograd.functional.jacobian(f, theta.detach())


# %% task4-batches
def gradient_of_batches(f, theta, batches):
    leaf = torch.nn.Parameter(theta.detach().clone())
    for x, y in batches:
        f(leaf, x, y).backward(gradient=torch.tensor(float(len(x))))
    leaf.grad /= sum(len(x) for x, _ in batches)
    return leaf.grad


# %% task5-descend
class Walker:
    def __init__(self, f, start, rate):
        self.f, self.point = f, torch.nn.Parameter(start.detach().clone())
        self.optimizer = torch.optim.SGD([self.point], lr=rate)

    def step(self):
        self.optimizer.zero_grad()
        self.f(self.point).backward()
        self.optimizer.step()

    def now(self):
        with torch.no_grad():
            return self.point.detach().clone(), self.f(self.point)


def descend(f, theta, rate, steps):
    walker = Walker(f, theta, rate)
    noted = [walker.now()]
    for _ in range(steps):
        walker.step()
        noted.append(walker.now())
    thetas, costs = zip(*noted)
    return torch.vstack(thetas), torch.hstack(costs)


# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.svdvals(A).square().mul(2 / len(x)).flip(0)


def largest_rate(x):
    return torch.tensor(2 / max(curvatures(x).tolist()))


def shrink_factor(x, rate):
    return torch.linalg.vector_norm(1 - rate * curvatures(x), ord=float("inf"))


# %% task7-r-squared
def r_squared(o, y):
    from sklearn.metrics import r2_score

    return r2_score(y.numpy(), o.numpy())
