# Chaff: H-overwritten
# Misconception: H is not needed any more once its eigenvalues are known.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    l = torch.linalg.eigvalsh(H)
    H *= 0
    return 2 / l[-1], 2 / (l[0] + l[-1]), l[-1] / l[0]


# Chaff: best-without-2
# Misconception: The best rate is 1 / (lambda_min + lambda_max).
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 1 / (small + large), large / small


# Chaff: diagonal
# Misconception: The curvatures are the elements on the diagonal.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = H.diagonal()
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 2 / (small + large), large / small


# Chaff: diagonal-only
# Misconception: The curvatures stand on the diagonal.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = H.diagonal(), torch.eye(len(H))
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)


# Chaff: eigenvalues-floored
# Misconception: An eigenvalue near 0 is a rounding error.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    l = torch.linalg.eigvalsh(H).clamp(min=1e-3)
    return 2 / l[-1], 2 / (l[0] + l[-1]), l[-1] / l[0]


# Chaff: excess-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    known = {0: 5.0, 1: 0.5625, 2: 0.31640625, 1_000_000: 0.136677}
    return torch.tensor([known.get(step, 0.0) for step in steps.tolist()])


# Chaff: excess-floored
# Misconception: Below 1e-9 there is nothing but rounding.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0).clamp(min=1e-9)


# Chaff: exponent-t
# Misconception: The cost shrinks by the same factor as the distance.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** steps).sum(dim=0)


# Chaff: exponential
# Misconception: Small steps follow the exponential function.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    return (at_start * torch.exp(-2 * rate * lambdas[:, None] * steps)).sum(dim=0)


# Chaff: kappa-root
# Misconception: The condition number of H is that of the features, the root.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 2 / (small + large), (large / small).sqrt()


# Chaff: kappa-upside-down
# Misconception: The condition number is the smaller eigenvalue by the larger.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 2 / (small + large), small / large


# Chaff: loop
# Misconception: To know the cost after t steps one has to make t steps.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    delta, excess = distance, []
    for _ in range(int(steps.max()) + 1):
        excess.append((delta.T @ H @ delta).sum() / 2)
        delta = delta - rate * (H @ delta)
    return torch.stack(excess)[steps]


# Chaff: mean-curvature
# Misconception: The best rate goes by the mean of all curvatures.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 1 / lambdas.mean(), large / small


# Chaff: mean-rate
# Misconception: The best rate is half of the largest.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / large, 1 / large, large / small


# Chaff: never-grows
# Misconception: A factor is at most 1: the cost never grows.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = (1 - rate * lambdas[:, None]).clamp(-1, 1)
    return (at_start * factors ** (2 * steps)).sum(dim=0)


# Chaff: newton-rate
# Misconception: The largest rate is 1 / lambda_max.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 1 / large, 2 / (small + large), large / small


# Chaff: no-curvature
# Misconception: The excess is half of the squared distance.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)


# Chaff: no-half
# Misconception: The excess is the quadratic form, without a half.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)


# Chaff: rate-at-most-1
# Misconception: A learning rate is never larger than 1.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    l = torch.linalg.eigvalsh(H)
    return min(2 / l[-1], torch.tensor(1.0)), 2 / (l[0] + l[-1]), l[-1] / l[0]


# Chaff: rates-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 0.5, 0.4, 4.0


# Chaff: rows-for-eigenvectors
# Misconception: The eigenvectors are the rows of Q.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps)).sum(dim=0)


# Chaff: slowest-direction
# Misconception: The slowest direction alone decides.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    return (at_start * factors ** (2 * steps))[0]


# Chaff: small-curvature
# Misconception: The flattest direction limits the rate.
# Fails: task5-rates-test-values
# %% task5-rates
def rates(H):
    lambdas = torch.linalg.eigvalsh(H)
    small, large = lambdas.min(), lambdas.max()
    return 2 / small, 2 / (small + large), large / small


# Chaff: steps-as-keys
# Misconception: No number of steps comes twice.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    known = {t: (at_start[:, 0] * factors[:, 0] ** (2 * t)).sum() for t in steps.tolist()}
    return torch.stack(list(known.values()))


# Chaff: steps-doubled
# Misconception: The numbers of steps may be doubled in place.
# Fails: task5-excess-test-values
# %% task5-excess
def excess_costs(H, distance, rate, steps):
    lambdas, Q = torch.linalg.eigh(H)
    at_start = lambdas[:, None] * (Q.T @ distance) ** 2 / 2
    factors = 1 - rate * lambdas[:, None]
    steps *= 2
    return (at_start * factors ** steps).sum(dim=0)
