# Computes with NumPy's functions, keeps only operands that matter in parents, and orders
# the nodes by the length of their longest path from a leaf.
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return float(np.diff([f(x - h), f(x + h)])[0] / (2 * h))
# %% task2-add-multiply
def needed(*pairs):
    return [(a, rule) for a, rule in pairs if a.name or a.parents]


def add(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value + b.value, parents=needed((a, lambda g: g), (b, lambda g: g)))


def multiply(a, b):
    a, b = as_node(a), as_node(b)
    pairs = needed((a, lambda g: g * b.value), (b, lambda g: g * a.value))
    return Node(np.prod([a.value, b.value]), parents=pairs)
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    from collections import Counter

    def walk(node, g):
        if not node.parents and node.name is not None:
            total[node.name] += g
        for operand, rule in node.parents:
            walk(operand, rule(g))

    total = Counter()
    walk(output, signal)
    return dict(total)
# %% task4-operators
def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=((a, lambda g: g), (b, lambda g: -1 * g)))


def divide(a, b):
    a, b = as_node(a), as_node(b)
    quotient = np.divide(a.value, b.value)
    return Node(
        quotient,
        parents=[(a, lambda g: g / b.value), (b, lambda g: -g * quotient / b.value)],
    )


def power(a, exponent):
    value = a.value**exponent

    def rule(g):
        if a.value == 0:
            return g * exponent * (0.0 if exponent > 1 else 1.0)
        return g * exponent * value / a.value

    return Node(value, parents=[(a, rule)])


def negate(a):
    return subtract(0, a)
# %% task5-functions
def exp(a):
    return Node(np.exp(a.value), parents=[(a, lambda g: g * np.exp(a.value))])


def log(a):
    return Node(np.log(a.value), parents=[(a, lambda g: g / a.value)])


def sin(a):
    return Node(np.sin(a.value), parents=[(a, lambda g: g * np.cos(a.value))])


def tanh(a):
    t = np.tanh(a.value)
    return Node(t, parents=[(a, lambda g: g * (1 - t) * (1 + t))])


def logistic(a):
    s = 0.5 + 0.5 * np.tanh(0.5 * a.value)
    return Node(s, parents=[(a, lambda g: g * (s - s * s))])


def relu(a):
    return Node(np.maximum(a.value, 0), parents=[(a, lambda g: g * (a.value > 0))])
# %% task6-visits
def count_visits(output):
    known = {}

    def visits(node):
        if id(node) not in known:
            known[id(node)] = 1 + sum(visits(operand) for operand, _ in node.parents)
        return known[id(node)]

    return visits(output)


def predicted_visits(rounds):
    return sum(2**i for i in range(rounds + 1))
# %% task7-order
def topological_order(output):
    order, seen = [], {output}
    stack = [(output, iter(output.parents))]
    while stack:
        node, operands = stack[-1]
        for operand, _ in operands:
            if operand not in seen:
                seen.add(operand)
                stack.append((operand, iter(operand.parents)))
                break
        else:
            order.append(node)
            stack.pop()
    return tuple(order)
# %% task8-gradient
def gradient(output, signal=1.0):
    order = list(topological_order(output))
    place = {node: i for i, node in enumerate(order)}
    signals = np.zeros(len(order))
    signals[-1] = signal
    for i in range(len(order) - 1, -1, -1):
        for operand, rule in order[i].parents:
            signals[place[operand]] += rule(signals[i])
    return {
        node.name: signals[i]
        for i, node in enumerate(order)
        if node.name and not node.parents
    }
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")

    def improve(y):
        close_enough = np.abs(y.value**2 - a.value) <= tolerance
        return y if close_enough else improve((y + a / y) * 0.5)

    return improve(Node(1))
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    terms = [log(logistic((w * x + b) * (1 if y else -1))) for x, y in zip(xs, ys)]
    return sum(terms, Node(0)) * (-1 / len(terms))


def fit(xs, ys, rate, steps):
    parameters = np.zeros(2)
    path = [tuple(parameters)]
    for _ in range(steps):
        w, b = (Node(value, name) for value, name in zip(parameters, "wb"))
        derivative = cross_entropy(w, b, xs, ys).grad(1)
        parameters = parameters - rate * np.array([derivative["w"], derivative["b"]])
        path.append(tuple(parameters))
    return path
