# Composes what it can from add, multiply and power instead of writing rules of its own,
# walks with lists in place of recursion, and sorts by depth.
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    left, right = f(x - h), f(x + h)
    return (right - left) / h / 2
# %% task2-add-multiply
def add(a, b):
    a, b = as_node(a), as_node(b)
    pass_on = lambda g: g
    return Node(a.value + b.value, parents=((a, pass_on), (b, pass_on)))


def multiply(a, b):
    a, b = as_node(a), as_node(b)

    def towards_a(g):
        return b.value * g

    def towards_b(g):
        return a.value * g

    return Node(a.value * b.value, parents=((a, towards_a), (b, towards_b)))
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    found = {}
    paths = [(output, signal)]
    while paths:
        node, g = paths.pop()
        if node.name is not None and not node.parents:
            found[node.name] = found.get(node.name, 0.0) + g
        for operand, rule in node.parents:
            paths.append((operand, rule(g)))
    return found
# %% task4-operators
def subtract(a, b):
    return add(a, negate(as_node(b)))


def divide(a, b):
    return multiply(a, power(as_node(b), -1))


def power(a, exponent):
    return Node(
        a.value**exponent,
        parents=[(a, lambda g: g * exponent * a.value ** (exponent - 1))],
    )


def negate(a):
    return multiply(-1, a)
# %% task5-functions
def exp(a):
    return Node(math.exp(a.value), parents=[(a, lambda g: g * math.exp(a.value))])


def log(a):
    return Node(math.log(a.value), parents=[(a, lambda g: g * a.value**-1)])


def sin(a):
    return Node(math.sin(a.value), parents=[(a, lambda g: math.cos(a.value) * g)])


def tanh(a):
    return subtract(multiply(2, logistic(multiply(2, a))), 1)


def logistic(a):
    small = math.exp(-abs(a.value))
    value = 1 / (1 + small) if a.value >= 0 else small / (1 + small)
    return Node(value, parents=[(a, lambda g: g * small / (1 + small) ** 2)])


def relu(a):
    if a.value > 0:
        return multiply(a, 1.0)
    return multiply(a, 0.0)
# %% task6-visits
def count_visits(output):
    visits, waiting = 0, [output]
    while waiting:
        node = waiting.pop()
        visits += 1
        waiting += [operand for operand, _ in node.parents]
    return visits


def predicted_visits(rounds):
    visits = 1
    for _ in range(rounds):
        visits = 2 * visits + 1
    return visits
# %% task7-order
def topological_order(output):
    users = {output: 0}
    waiting = [output]
    while waiting:
        for operand, _ in waiting.pop().parents:
            if operand not in users:
                users[operand] = 0
                waiting.append(operand)
            users[operand] += 1
    backwards, free = [], [output]
    while free:
        node = free.pop()
        backwards.append(node)
        for operand, _ in node.parents:
            users[operand] -= 1
            if users[operand] == 0:
                free.append(operand)
    return backwards[::-1]
# %% task8-gradient
def gradient(output, signal=1.0):
    arrived = {id(output): [signal]}
    result = {}
    for node in topological_order(output)[::-1]:
        g = sum(arrived.pop(id(node)))
        if node.parents:
            for operand, rule in node.parents:
                arrived.setdefault(id(operand), []).append(rule(g))
        elif node.name is not None:
            result[node.name] = g
    return result
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if not a.value > 0:
        raise ValueError("the root of a number that is not positive is not wanted")
    y = 1.0
    while True:
        value = as_node(y).value
        if abs(value * value - a.value) <= tolerance:
            return as_node(y)
        y = 0.5 * (y + a / y)
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    losses = []
    for x, y in zip(xs, ys):
        p = logistic(x * w + b)
        losses.append(-(y * log(p) + (1 - y) * log(1 - p)))
    total = losses[0]
    for loss in losses[1:]:
        total = total + loss
    return total * (1 / len(losses))


def fit(xs, ys, rate, steps):
    path = [(0.0, 0.0)]
    while len(path) <= steps:
        w, b = Node(path[-1][0], "w"), Node(path[-1][1], "b")
        slopes = cross_entropy(w, b, xs, ys).grad(1)
        path.append((w.value - rate * slopes["w"], b.value - rate * slopes["b"]))
    return path
