# Writes sums out as loops or einsum, rules as named inner functions, and composes no operator
# of another.
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    result = []
    for which, array in enumerate(arrays):
        gradient = np.empty(np.shape(array))
        for i in range(gradient.shape[0]):
            for j in range(gradient.shape[1]):
                ends = []
                for sign in (+1, -1):
                    moved = np.asarray(array).astype(float)
                    moved[i, j] += sign * h
                    places = [np.asarray(a).astype(float) for a in arrays]
                    places[which] = moved
                    ends.append(f(*places))
                gradient[i, j] = (ends[0] - ends[1]) / (2 * h)
        result.append(gradient)
    return result


def gradient_error(f, gradients, *arrays):
    numeric = numeric_gradient(f, *arrays)
    if [g.shape for g in gradients] != [q.shape for q in numeric]:
        return float("inf")
    worst = 0.0
    for g, exact in zip(gradients, numeric):
        for p, q in zip(g.flat, exact.flat):
            error = abs(p - q) / max(1.0, abs(p), abs(q))
            if math.isnan(error):
                return math.inf
            worst = max(worst, float(error))
    return worst
# %% task2-jacobians
def jacobian_multiply(A, B):
    n, m = A.shape
    J = np.zeros((n * m, n * m))
    for i in range(n):
        for j in range(m):
            J[i * m + j, i * m + j] = B[i, j]
    return J


def jacobian_dot(A, B):
    n, k = A.shape
    m = B.shape[1]
    J = np.zeros((n * m, n * k))
    for i in range(n):
        for l in range(m):
            for q in range(k):
                J[i * m + l, i * k + q] = B[q, l]
    return J


def vector_jacobian(g, J, shape):
    long = np.zeros(J.shape[1])
    for k, signal in enumerate(g.flatten()):
        long += signal * J[k]
    return long.reshape(*shape)
# %% task3-unbroadcast
def unbroadcast(g, shape):
    total = np.zeros(shape)
    rows, columns = g.shape
    for i in range(rows):
        for j in range(columns):
            total[min(i, shape[0] - 1), min(j, shape[1] - 1)] += g[i, j]
    return total
# %% task4-arithmetic
def elementwise(value, a, slope_a, b, slope_b):
    def towards_a(g):
        return unbroadcast(g * slope_a, a.value.shape)

    def towards_b(g):
        return unbroadcast(g * slope_b, b.value.shape)

    return Node(value, None, ((a, towards_a), (b, towards_b)))


def add(a, b):
    a, b = as_node(a), as_node(b)
    return elementwise(a.value + b.value, a, 1, b, 1)


def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return elementwise(a.value - b.value, a, 1, b, -1)


def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return elementwise(a.value * b.value, a, b.value, b, a.value)


def divide(a, b):
    a, b = as_node(a), as_node(b)
    quotient = a.value / b.value
    return elementwise(quotient, a, 1 / b.value, b, -quotient / b.value)


def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    value = a.value**b.value
    # The logarithm of what is not positive is never used: put 0 in its place.
    positive = np.where(a.value > 0, a.value, 1.0)
    slope = b.value * a.value ** (b.value - 1)
    return elementwise(value, a, slope, b, value * np.log(positive))


def negate(a):
    def rule(g):
        return -1.0 * g

    return Node(-1.0 * a.value, parents=[(a, rule)])
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        np.einsum("iq,ql->il", a.value, b.value),
        parents=[
            (a, lambda g: np.einsum("il,ql->iq", g, b.value)),
            (b, lambda g: np.einsum("iq,il->ql", a.value, g)),
        ],
    )


def transpose(a):
    return Node(
        np.einsum("ij->ji", a.value), parents=[(a, lambda g: np.swapaxes(g, 0, 1))]
    )


def sum_elements(a, axis=None):
    n, m = a.value.shape
    if axis is None:
        value, repeat = [[a.value.sum()]], (n, m)
    elif axis == 0:
        value, repeat = a.value.sum(axis=0)[None, :], (n, 1)
    else:
        value, repeat = a.value.sum(axis=1)[:, None], (1, m)
    return Node(value, parents=[(a, lambda g: np.tile(g, repeat))])


def mean_elements(a, axis=None):
    value = np.mean(a.value, axis=axis, keepdims=True)
    count = a.value.size // value.size
    return Node(
        value, parents=[(a, lambda g: np.broadcast_to(g / count, a.value.shape).copy())]
    )
# %% task6-functions
def exp(a):
    return Node(np.exp(a.value), parents=[(a, lambda g: np.exp(a.value) * g)])


def log(a):
    return Node(np.log(a.value), parents=[(a, lambda g: np.divide(g, a.value))])


def tanh(a):
    value = np.tanh(a.value)
    return Node(value, parents=[(a, lambda g: g * (1 - value) * (1 + value))])


def logistic(a):
    small = np.exp(-np.abs(a.value))
    value = np.where(a.value >= 0, 1.0, small) / (1 + small)
    return Node(value, parents=[(a, lambda g: g * small / (1 + small) ** 2)])


def relu(a):
    on = np.where(a.value > 0, 1.0, 0.0)
    return Node(on * a.value, parents=[(a, lambda g: np.where(on == 1, g, 0.0))])


def softmax(a):
    rows = []
    for row in a.value:
        powers = np.exp(row - max(row))
        rows.append(powers / powers.sum())
    p = np.array(rows)

    def rule(g):
        back = np.zeros(g.shape)
        for i, row in enumerate(p):
            back[i] = g[i] @ (np.diag(row) - np.outer(row, row))
        return back

    return Node(p, parents=[(a, rule)])
# %% task7-figure-one
def paper_graph(a, b):
    c = multiply(a, b)
    d = exp(c)
    e = sum_elements(d)
    return (c, d, e)


def paper_gradients(A, B):
    to_A, to_B = np.zeros(A.shape), np.zeros(B.shape)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            D = math.exp(A[i, j] * B[0, j])
            to_A[i, j] = D * B[0, j]
            to_B[0, j] += D * A[i, j]
    return {"A": to_A, "B": to_B}
