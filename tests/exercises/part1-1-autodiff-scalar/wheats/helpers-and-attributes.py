# Helper functions and classes, functions that make functions, signals that are kept in the
# nodes and set to 0 in each call, a loss that needs no p.
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return np.array((f(x + h) - f(x - h)) / (2 * h))


# %% task2-add-multiply
import functools, operator


def scaled(factor, g):
    return factor * g


def add(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value + b.value, None, [(o, functools.partial(scaled, 1.0)) for o in (a, b)]
    )


def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value * b.value,
        None,
        [
            (a, functools.partial(operator.mul, b.value)),
            (b, functools.partial(operator.mul, a.value)),
        ],
    )


# %% task3-gradient-by-paths
def received(node):
    if not node.parents:
        return {node.name: 1.0} if node.name is not None else {}
    total = {}
    for operand, rule in node.parents:
        for name, part in received(operand).items():
            total[name] = total.get(name, 0.0) + rule(1.0) * part
    return total


def gradient_by_paths(output, signal=1.0):
    return {name: signal * part for name, part in received(output).items()}


# %% task4-operators
def made(value, *pairs):
    return Node(value, parents=pairs)


def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return made(a.value - b.value, (a, lambda g: g), (b, lambda g: -g))


def divide(a, b):
    a, b = as_node(a), as_node(b)
    q = a.value / b.value
    return made(q, (a, lambda g: g / b.value), (b, lambda g: -g * q / b.value))


def power(a, exponent):
    return made(
        a.value**exponent, (a, lambda g: g * exponent * a.value ** (exponent - 1))
    )


def negate(a):
    return subtract(0, a)


# %% task5-functions
def unary(f, slope):
    def function(a):
        value = f(a.value)
        return Node(value, parents=[(a, lambda g: g * slope(a.value, value))])

    return function


exp = unary(np.exp, lambda x, v: v)
log = unary(np.log, lambda x, v: 1 / x)
sin = unary(np.sin, lambda x, v: np.cos(x))
tanh = unary(np.tanh, lambda x, v: 1 - v * v)
logistic = unary(lambda x: (1 + np.tanh(x / 2)) / 2, lambda x, v: v * (1 - v))
relu = unary(lambda x: np.maximum(x, 0.0), lambda x, v: np.where(x > 0, 1.0, 0.0))


# %% task6-visits
class Counter:
    def __init__(self):
        self.visits = 0

    def __call__(self, node):
        self.visits += 1
        for operand, _ in node.parents:
            self(operand)


def count_visits(output):
    counter = Counter()
    counter(output)
    return counter.visits


def predicted_visits(rounds):
    if rounds == 0:
        return 1
    return 2 * predicted_visits(rounds - 1) + 1


# %% task7-order
def topological_order(output):
    stack, order, seen = [(output, False)], [], set()
    while stack:
        node, expanded = stack.pop()
        if expanded:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            for operand, _ in node.parents:
                if operand not in seen:
                    stack.append((operand, False))
    return order


# %% task8-gradient
def gradient(output, signal=1.0):
    order = topological_order(output)
    for node in order:
        node.signal = 0.0
    output.signal = signal
    for node in reversed(order):
        for operand, rule in node.parents:
            operand.signal += rule(node.signal)
    return {n.name: n.signal for n in order if n.name is not None and not n.parents}


# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError(f"sqrt of {a}")

    def step(y):
        return y - (y * y - a) / (2 * y)

    y = Node(1.0)
    while abs(y.value**2 - a.value) > tolerance:
        y = step(y)
    return y


# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0)
    for x, y in zip(xs, ys):
        z = w * x + b
        m = relu(z)
        total = total + m - y * z + log(exp(-m) + exp(z - m))
    return total / len(ys)


def fit(xs, ys, rate, steps):
    theta = np.zeros(2)
    path = [theta.copy()]
    for _ in range(steps):
        d = cross_entropy(Node(theta[0], "w"), Node(theta[1], "b"), xs, ys).grad(1)
        theta -= rate * np.array([d["w"], d["b"]])
        path.append(theta.copy())
    return path
