# Composes what it can: subtraction of addition, division of power, mean of a matrix product,
# softmax and logistic of exp and tanh; broadcasts first, in a node of its own.
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = tuple(np.array(array, float) for array in arrays)

    def slope(which, unit):
        left = [a - h * unit if i == which else a for i, a in enumerate(arrays)]
        right = [a + h * unit if i == which else a for i, a in enumerate(arrays)]
        return (f(*right) - f(*left)) / 2 / h

    return [
        np.array(
            [slope(i, unit.reshape(array.shape)) for unit in np.eye(array.size)]
        ).reshape(array.shape)
        for i, array in enumerate(arrays)
    ]


def gradient_error(f, gradients, *arrays):
    numeric = numeric_gradient(f, *arrays)
    shapes = [np.shape(gradient) for gradient in gradients]
    if shapes != [np.shape(array) for array in arrays]:
        return math.inf
    p = np.concatenate([np.ravel(gradient) for gradient in gradients])
    q = np.concatenate([np.ravel(gradient) for gradient in numeric])
    scale = np.max([np.ones(p.size), abs(p), abs(q)], axis=0)
    return float((abs(p - q) / scale).max())
# %% task2-jacobians
def jacobian_multiply(A, B):
    return np.eye(A.size) * B.reshape(1, -1)


def jacobian_dot(A, B):
    units = np.eye(A.size).reshape(A.size, *A.shape)
    # The product is linear in A: its Jacobian's columns are what unit matrices become.
    return (units @ B).reshape(A.size, -1).T


def vector_jacobian(g, J, shape):
    return np.reshape(J.T @ np.ravel(g), shape)
# %% task3-unbroadcast
def unbroadcast(g, shape):
    n, m = g.shape
    left = np.ones((1, n)) if shape[0] == 1 else np.eye(n)
    right = np.ones((m, 1)) if shape[1] == 1 else np.eye(m)
    return left @ g @ right
# %% task4-arithmetic
def spread(a, shape):
    if a.value.shape == shape:
        return a
    return Node(
        np.broadcast_to(a.value, shape),
        parents=[(a, lambda g: unbroadcast(g, a.value.shape))],
    )


def alike(a, b):
    a, b = as_node(a), as_node(b)
    shape = np.broadcast_shapes(a.value.shape, b.value.shape)
    return spread(a, shape), spread(b, shape)


def add(a, b):
    a, b = alike(a, b)
    return Node(a.value + b.value, parents=[(a, lambda g: g), (b, lambda g: g)])


def subtract(a, b):
    return add(a, negate(as_node(b)))


def multiply(a, b):
    a, b = alike(a, b)
    return Node(
        a.value * b.value,
        parents=[(a, lambda g: b.value * g), (b, lambda g: a.value * g)],
    )


def divide(a, b):
    return multiply(a, power(as_node(b), -1))


def power(a, exponent):
    plain = not isinstance(exponent, Node)
    a, b = alike(a, exponent)
    value = a.value**b.value
    pairs = [(a, lambda g: g * b.value * a.value ** (b.value - 1))]
    if not plain:
        pairs += [(b, lambda g: g * value * np.log(a.value))]
    return Node(value, parents=pairs)


def negate(a):
    return multiply(-1, a)
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        np.dot(a.value, b.value),
        parents=[
            (a, lambda g: (b.value @ g.T).T),
            (b, lambda g: (g.T @ a.value).T),
        ],
    )


def transpose(a):
    return Node(a.value.transpose(), parents=[(a, np.transpose)])


def sum_elements(a, axis=None):
    n, m = a.value.shape
    if axis != 1:
        a = dot(np.ones((1, n)), a)
    if axis != 0:
        a = dot(a, np.ones((m, 1)))
    return a


def mean_elements(a, axis=None):
    n, m = a.value.shape
    return multiply(1 / {None: n * m, 0: n, 1: m}[axis], sum_elements(a, axis))
# %% task6-functions
def apply(function, slope, a):
    return Node(function(a.value), parents=[(a, lambda g: g * slope(a.value))])


def exp(a):
    return apply(np.exp, np.exp, a)


def log(a):
    return apply(np.log, np.reciprocal, a)


def tanh(a):
    return apply(np.tanh, lambda x: 1 - np.tanh(x) * np.tanh(x), a)


def logistic(a):
    return 0.5 * tanh(0.5 * a) + 0.5


def relu(a):
    return a * (a.value > 0)


def softmax(a):
    powers = exp(a - a.value.max(axis=1, keepdims=True))
    return powers / sum_elements(powers, 1)
# %% task7-figure-one
def paper_graph(a, b):
    c = b * a
    d = math.e**c
    return c, d, d.sum(0).sum(1)


def paper_gradients(A, B):
    D = np.exp(A * B)
    return dict(A=B * D, B=np.einsum("ij,ij->j", A, D)[None, :])
