# Chaff: beale-constant-signal
# Misconception: A factor can be taken as a value, as x in x * y**n.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.25, 2.625)
    return sum((c - x + x.value * y**n) ** 2 for n, c in enumerate(constants, 1))


# Chaff: beale-constants-swapped
# Misconception: 2.625 belongs to the square of y.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.625, 2.25)
    return sum((c - x + x * y**n) ** 2 for n, c in enumerate(constants, 1))


# Chaff: beale-same-power
# Misconception: All three brackets have the same power of y.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.25, 2.625)
    return sum((c - x + x * y) ** 2 for c in constants)


# Chaff: beale-sum-of-points
# Misconception: A loss is one number, so the points are summed up.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.25, 2.625)
    total = sum((c - x + x * y**n) ** 2 for n, c in enumerate(constants, 1))
    return total.sum()


# Chaff: examples-by-heart
# Misconception: Fake: the values and gradients of the visible tests, learned by heart.
# Fails: task2-landscapes-test-rosenbrock, task2-landscapes-test-beale
# %% task2-landscapes
def known(p, values, slopes):
    shift = (p - p.value) * np.array(slopes)[: len(p.value)]
    return shift.sum(axis=1) + np.array(values)[: len(p.value)]


def rosenbrock(p):
    return known(p, [[24.2], [401.0]], [[-215.6, -88.0], [0.0, 400.0]])


def beale(p):
    slopes = [[-6.75, 1.0], [171.25, 278.0], [0.0, 0.0]]
    return known(p, [[4.453125], [126.453125], [0.0]], slopes)


# Chaff: rosenbrock-100-misplaced
# Misconception: The factor 100 belongs to the first square.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p[:, 0], p[:, 1]
    return 100 * (1 - x) ** 2 + (y - x**2) ** 2


# Chaff: rosenbrock-first-row
# Misconception: A point is p[0, 0] and p[0, 1].
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p[0, 0], p[0, 1]
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


# Chaff: rosenbrock-not-squared
# Misconception: The second bracket is squared already, by x**2.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p[:, 0], p[:, 1]
    return (1 - x) ** 2 + 100 * (y - x**2)


# Chaff: rosenbrock-values
# Misconception: A formula of values, put into a node, is good enough.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p.value[:, :1], p.value[:, 1:]
    return dp.Node((1 - x) ** 2 + 100 * (y - x**2) ** 2)


# Chaff: rosenbrock-x-and-y
# Misconception: y is the first column, as the first index is the row.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    y, x = p[:, 0], p[:, 1]
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


# Chaff: rosenbrock-new-leaf
# Misconception: Makes a leaf of the name that the example has.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    p = dp.Node(p.value, "P")
    x, y = p[:, 0], p[:, 1]
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


# Chaff: beale-new-leaf
# Misconception: Makes a leaf of the name that the example has.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    p = dp.Node(p.value, "P")
    x, y = p[:, 0], p[:, 1]
    return sum((c - x + x * y**n) ** 2 for n, c in enumerate((1.5, 2.25, 2.625), 1))
