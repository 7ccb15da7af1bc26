# Makes a node first and sets its parents later; masks, log-add-exp, nditer and Jacobians
# with four axes.
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    work = [a.astype(float) for a in arrays]
    result = []
    for a in work:
        grad = np.zeros_like(a)
        it = np.nditer(a, flags=["multi_index"], op_flags=["readwrite"])
        while not it.finished:
            idx = it.multi_index
            old = a[idx].copy()
            a[idx] = old + h
            plus = f(*work)
            a[idx] = old - h
            minus = f(*work)
            a[idx] = old
            grad[idx] = (plus - minus) / (2 * h)
            it.iternext()
        result += [grad]
    return result


def gradient_error(f, gradients, *arrays):
    numeric = numeric_gradient(f, *arrays)
    if len(gradients) != len(numeric):
        return math.inf
    worst = 0
    for p, q in zip(gradients, numeric):
        if np.isnan(p).any() or np.isnan(q).any():
            return math.nan
        if p.shape != q.shape:
            return math.inf
        for x, y in zip(np.ravel(p), np.ravel(q)):
            e = abs(x - y) / max(1, abs(x), abs(y))
            if e > worst:
                worst = e
    return worst
# %% task2-jacobians
def jacobian_multiply(A, B):
    n, m = A.shape
    J = np.zeros((n, m, n, m))
    for i in range(n):
        for j in range(m):
            J[i, j, i, j] = B[i, j]
    return J.reshape(n * m, n * m)


def jacobian_dot(A, B):
    (n, d), m = A.shape, B.shape[1]
    return np.einsum("ip,ql->ilpq", np.eye(n), B).reshape(n * m, n * d)


def vector_jacobian(g, J, shape):
    return np.matmul(g.reshape(1, -1), J).reshape(shape)
# %% task3-unbroadcast
def unbroadcast(g, shape):
    axes = tuple(i for i, n in enumerate(shape) if n == 1)
    return np.sum(g, axis=axes, keepdims=True) if axes else g
# %% task4-arithmetic
def power(a, exponent):
    is_node = isinstance(exponent, Node)
    base = as_node(a)
    e = exponent if is_node else Node(exponent)
    result = Node(np.float_power(base.value, e.value))
    def to_base(g):
        return unbroadcast(g * e.value * np.float_power(base.value, e.value - 1), base.value.shape)
    def to_exponent(g):
        return unbroadcast(g * result.value * np.log(base.value), e.value.shape)
    result.parents = ((base, to_base), (e, to_exponent)) if is_node else ((base, to_base),)
    return result


def subtract(a, b):
    return as_node(a) + (-as_node(b))


def divide(a, b):
    return as_node(a) * as_node(b) ** -1


def negate(a):
    return a * -1


def multiply(a, b):
    a, b = as_node(a), as_node(b)
    node = Node(a.value * b.value)
    node.parents = [(a, lambda g: unbroadcast(g * b.value, a.value.shape)), (b, lambda g: unbroadcast(g * a.value, b.value.shape))]
    return node
# %% task5-matrices
def sum_elements(a, axis=None):
    n, m = a.value.shape
    if axis is None:
        return Node(a.value.sum(), parents=[(a, lambda g: g.item() * np.ones((n, m)))])
    if axis == 0:
        return Node(a.value.sum(0), parents=[(a, lambda g: np.repeat(g, n, axis=0))])
    return Node(a.value.sum(1).reshape(-1, 1), parents=[(a, lambda g: np.repeat(g, m, axis=1))])


def mean_elements(a, axis=None):
    n, m = a.value.shape
    count = n * m if axis is None else (n, m)[axis]
    return multiply(sum_elements(a, axis), 1 / count)
# %% task6-functions
def logistic(a):
    v = np.exp(-np.logaddexp(0, -a.value))
    return Node(v, parents=[(a, lambda g: g * v * (1 - v))])


def tanh(a):
    v = np.tanh(a.value)
    return Node(v, parents=[(a, lambda g: g / np.cosh(np.clip(a.value, -300, 300)) ** 2)])


def relu(a):
    return Node((a.value + abs(a.value)) / 2, parents=[(a, lambda g: g * np.heaviside(a.value, 0))])


def softmax(a):
    z = a.value - a.value.max(1, keepdims=True)
    p = np.exp(z - np.log(np.exp(z).sum(1, keepdims=True)))
    return Node(p, parents=[(a, lambda g: p * (g - (g * p).sum(1, keepdims=True)))])
# %% task7-figure-one
def paper_gradients(A, B):
    D = np.exp(A * B)
    g = np.ones(D.shape)
    g = g * D
    to_a, to_b = g * B, unbroadcast(g * A, B.shape)
    return {"A": to_a, "B": to_b}
