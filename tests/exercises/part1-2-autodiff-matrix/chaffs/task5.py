# Chaff: axes-mixed-up
# Misconception: axis 0 is the rows' axis, so it gives a sum per row.
# Fails: task5-matrices-test-mean, task5-matrices-test-transpose-sum
# %% task5-matrices
def sum_elements(a, axis=None):
    axis = None if axis is None else 1 - axis
    return Node(a.value.sum(axis=axis, keepdims=True),
                parents=[(a, lambda g: g * np.ones(a.value.shape))])


def mean_elements(a, axis=None):
    axis = None if axis is None else 1 - axis
    share = 1 / (a.value.size if axis is None else a.value.shape[axis])
    return Node(a.value.mean(axis=axis, keepdims=True),
                parents=[(a, lambda g: g * share * np.ones(a.value.shape))])


# Chaff: axis-lost
# Misconception: NumPy's sum per row is a vector, and Node makes two axes of it.
# Fails: task5-matrices-test-transpose-sum
# %% task5-matrices
def sum_elements(a, axis=None):
    value = a.value.sum(axis=axis)
    return Node(value, parents=[
        (a, lambda g: g.reshape(-1, 1) * np.ones(a.value.shape) if axis == 1
            else g * np.ones(a.value.shape))])


# Chaff: dot-is-element-wise
# Misconception: @ is another sign for *.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    return multiply(a, b)


# Chaff: dot-left-only
# Misconception: the right operand of @ is data and gets no signal.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value @ b.value, parents=[(a, lambda g: g @ b.value.T)])


# Chaff: dot-nodes-only
# Misconception: both operands of @ are nodes.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    return Node(a.value @ b.value, parents=[
        (a, lambda g: g @ b.value.T), (b, lambda g: a.value.T @ g)])


# Chaff: dot-without-transpose
# Misconception: the rules of the product hold for matrices, too: g B and A g, transposed
# only where the shapes do not fit.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def fitting(left, right, shape):
    for x in (left, left.T):
        for y in (right, right.T):
            if x.shape[1] == y.shape[0] and (x.shape[0], y.shape[1]) == shape:
                return x @ y


def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value @ b.value, parents=[
        (a, lambda g: fitting(g, b.value, a.value.shape)),
        (b, lambda g: fitting(a.value, g, b.value.shape))])


# Chaff: dot-wrong-order
# Misconception: A B is differentiated like a * b, the signal always first.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value @ b.value, parents=[
        (a, lambda g: g @ b.value.T), (b, lambda g: (g @ a.value.T).T if g.shape[1] == a.value.shape[0] else a.value.T @ g)])


# Chaff: mean-of-all
# Misconception: a mean divides by the number of elements, all of them.
# Fails: task5-matrices-test-mean
# %% task5-matrices
def mean_elements(a, axis=None):
    return divide(sum_elements(a, axis), a.value.size)


# Chaff: mean-signal-whole
# Misconception: the mean passes its signal back like the sum.
# Fails: task5-matrices-test-mean
# %% task5-matrices
def mean_elements(a, axis=None):
    return Node(a.value.mean(axis=axis, keepdims=True),
                parents=[(a, lambda g: g * np.ones(a.value.shape))])


# Chaff: sum-of-ones
# Misconception: the derivative of a sum is 1 for each element, so the rule returns ones.
# Fails: task5-matrices-test-transpose-sum, task7-figure-one-test-graph
# %% task5-matrices
def sum_elements(a, axis=None):
    return Node(a.value.sum(axis=axis, keepdims=True),
                parents=[(a, lambda g: np.ones(a.value.shape))])


# Chaff: sum-passes-on
# Misconception: a sum passes the signal on as it is.
# Fails: task5-matrices-test-transpose-sum, task7-figure-one-test-graph
# %% task5-matrices
def sum_elements(a, axis=None):
    return Node(a.value.sum(axis=axis, keepdims=True), parents=[(a, lambda g: g)])


# Chaff: sum-shares
# Misconception: a sum divides its signal among its elements, so that none is lost.
# Fails: task5-matrices-test-transpose-sum, task7-figure-one-test-graph
# %% task5-matrices
def sum_elements(a, axis=None):
    value = a.value.sum(axis=axis, keepdims=True)
    share = value.size / a.value.size
    return Node(value, parents=[(a, lambda g: g * share * np.ones(a.value.shape))])


def mean_elements(a, axis=None):
    value = a.value.mean(axis=axis, keepdims=True)
    share = value.size / a.value.size
    return Node(value, parents=[(a, lambda g: g * share * np.ones(a.value.shape))])


# Chaff: transpose-reshapes
# Misconception: turning rows into columns is a matter of the shape.
# Fails: task5-matrices-test-transpose-sum
# %% task5-matrices
def transpose(a):
    return Node(a.value.T, parents=[(a, lambda g: g.reshape(a.value.shape))])


# Chaff: operands-of-the-last-call
# Misconception: The operands of the product are kept in two global variables.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    global da, db
    da, db = as_node(a), as_node(b)
    return Node(da.value @ db.value, parents=[(da, lambda g: g @ db.value.T), (db, lambda g: da.value.T @ g)])


# Chaff: zeros-get-no-signal
# Misconception: A 0 adds nothing to a sum, so it gets no signal.
# Fails: task5-matrices-test-transpose-sum
# %% task5-matrices
def sum_elements(a, axis=None):
    return Node(a.value.sum(axis=axis, keepdims=True), parents=[(a, lambda g: g * (a.value != 0))])


# Chaff: zeros-not-counted
# Misconception: The mean divides by the number of elements that are there: those not 0.
# Fails: task5-matrices-test-mean
# %% task5-matrices
def mean_elements(a, axis=None):
    n = np.count_nonzero(a.value, axis=axis, keepdims=True)
    return Node(a.value.sum(axis=axis, keepdims=True) / n, parents=[(a, lambda g: g / n * np.ones(a.value.shape))])
