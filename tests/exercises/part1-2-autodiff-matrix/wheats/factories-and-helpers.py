# Factories of operators and helpers, one of them called like the given walk through the
# graph.
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    def value_at(k, i, step):
        moved = [np.asarray(a, dtype=np.float64).copy() for a in arrays]
        moved[k].flat[i] += step
        return f(*moved)

    def distance(k, i):
        return (value_at(k, i, h) - value_at(k, i, -h)) / (2 * h)
    return [np.array([distance(k, i) for i in range(np.size(a))]).reshape(np.shape(a)) for k, a in enumerate(arrays)]


def gradient_error(f, gradients, *arrays):
    q = numeric_gradient(f, *arrays)
    if len(q) != len(gradients) or any(np.shape(a) != np.shape(b) for a, b in zip(q, gradients)):
        return float("inf")
    worst = max(float(np.max(np.abs(a - b) / np.maximum(1, np.maximum(np.abs(a), np.abs(b))))) if np.isfinite(a).all() and np.isfinite(b).all() else math.inf for a, b in zip(gradients, q))
    return worst
# %% task2-jacobians
def jacobian_multiply(A, B):
    size = A.shape[0] * A.shape[1]
    J = np.identity(size)
    J *= B.flatten()
    return J


def jacobian_dot(A, B):
    n, d = np.shape(A)
    m = np.shape(B)[1]
    delta = lambda i, p: 1.0 if i == p else 0.0
    return np.array([[delta(i, p) * B[q, l] for p in range(n) for q in range(d)] for i in range(n) for l in range(m)])


def vector_jacobian(g, J, shape):
    return np.tensordot(g.flatten(), J, axes=1).reshape(shape[0], shape[1])
# %% task3-unbroadcast
def unbroadcast(g, shape):
    if shape[0] == 1:
        g = np.add.reduce(g, axis=0).reshape(1, -1)
    if shape[1] == 1:
        g = np.add.reduce(g, axis=1)[:, np.newaxis]
    return g.copy()
# %% task4-arithmetic
def elementwise(forward, da, db):
    def op(a, b):
        plain = not isinstance(b, Node)
        a, b = as_node(a), as_node(b)
        A, B = a.value, b.value
        rules = [(a, lambda g: unbroadcast(g * da(A, B), A.shape))]
        if not (plain and forward is np.power):
            rules.append((b, lambda g: unbroadcast(g * db(A, B), B.shape)))
        return Node(forward(A, B), parents=rules)
    return op


add = elementwise(np.add, lambda A, B: 1.0, lambda A, B: 1.0)
subtract = elementwise(np.subtract, lambda A, B: 1.0, lambda A, B: -1.0)
multiply = elementwise(np.multiply, lambda A, B: B, lambda A, B: A)
divide = elementwise(np.divide, lambda A, B: 1 / B, lambda A, B: -A / B**2)
power = elementwise(np.power, lambda A, B: B * A ** (B - 1), lambda A, B: A**B * np.log(A))


def negate(a):
    return Node(np.negative(a.value), parents=((a, lambda g: np.negative(g)),))
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value.dot(b.value), parents=((a, lambda g: g.dot(b.value.T)), (b, lambda g: a.value.T.dot(g))))


def sum_elements(a, axis=None):
    return Node(a.value.sum(axis, keepdims=True), parents=[(a, lambda g: np.zeros_like(a.value) + g)])


def mean_elements(a, axis=None):
    out = np.mean(a.value, axis, keepdims=True)
    return Node(out, parents=[(a, lambda g: np.ones_like(a.value) * g * out.size / a.value.size)])
# %% task6-functions
def logistic(a):
    z = a.value
    out = np.empty(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1 + ez)
    return Node(out, parents=[(a, lambda g: g * out * (1 - out))])


def relu(a):
    v = np.where(a.value > 0, a.value, 0)
    return Node(v, parents=[(a, lambda g: np.where(v > 0, g, 0))])


def softmax(a):
    p = np.apply_along_axis(lambda r: np.exp(r - r.max()) / np.exp(r - r.max()).sum(), 1, a.value)
    def rule(g):
        J = np.einsum("nk,kj->nkj", p, np.eye(p.shape[1])) - np.einsum("nk,nj->nkj", p, p)
        return np.einsum("nk,nkj->nj", g, J)
    return Node(p, parents=[(a, rule)])
# %% task7-figure-one
def gradient(A, B):
    return np.exp(A * B) * B


def paper_gradients(A, B):
    return {"A": gradient(A, B), "B": (np.exp(A * B) * A).sum(axis=0, keepdims=True)}
