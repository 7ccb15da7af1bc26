# Chaff: best-rate
# Misconception: The rate that is fastest is the largest one.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 2 / curvatures(x).sum()


# Chaff: both-axes
# Misconception: The distance shrinks by both factors, one after the other.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)).abs().prod()


# Chaff: centered
# Misconception: The mean of x has no influence on the curvatures.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    both = torch.stack([torch.ones(()), x.var(correction=0)])
    return 2 * both.sort().values


# Chaff: cost-factor
# Misconception: The cost and the distance shrink by the same factor.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return ((1 - rate * curvatures(x)) ** 2).max()


# Chaff: curvatures-by-heart
# Misconception: Fake: the curvatures of the visible example.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    return torch.tensor([2.0, 8.0])


# Chaff: curvatures-floored
# Misconception: A curvature near 0 is a rounding error.
# Fails: task6-rates-test-curvatures
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(2 * A.T @ A / len(x)).clamp(min=0.01)


# Chaff: diagonal
# Misconception: The curvatures stand on the diagonal of the Hessian.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return (2 * A.T @ A / len(x)).diagonal().sort().values


# Chaff: faster-axis
# Misconception: The faster axis decides on the pace.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)).abs().min()


# Chaff: flat-axis-decides
# Misconception: The smaller curvature decides how large a step may be.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 2 / curvatures(x).min()


# Chaff: larger-first
# Misconception: Eigenvalues come with the largest first.
# Fails: task6-rates-test-curvatures
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(2 * A.T @ A / len(x)).flip(0)


# Chaff: mean-curvature
# Misconception: The mean of both curvatures decides.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 2 / curvatures(x).mean()


# Chaff: newton-rate
# Misconception: The largest rate is 1 by the curvature.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 1 / curvatures(x).max()


# Chaff: no-absolute-value
# Misconception: A factor below 0 means that the distance is gone.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)).max()


# Chaff: no-factor-2
# Misconception: The Hessian of a mean square is the mean of products.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(A.T @ A / len(x))


# Chaff: roots
# Misconception: Curvatures are singular values of A.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.svdvals(A / len(x) ** 0.5).flip(0)


# Chaff: steep-axis
# Misconception: The steep axis is always the slower one.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)[1]).abs()


# Chaff: sum
# Misconception: The Hessian is a sum over the examples.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    A = torch.stack([torch.ones_like(x), x], dim=1)
    return torch.linalg.eigvalsh(2 * A.T @ A)
