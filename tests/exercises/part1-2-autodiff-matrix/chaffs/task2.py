# Chaff: block-not-transposed
# Misconception: the blocks of the Jacobian of A B are B.
# Fails: task2-jacobians-test-dot
# %% task2-jacobians
def jacobian_dot(A, B):
    return np.kron(np.eye(A.shape[0]), B)


# Chaff: columns-first
# Misconception: a matrix is written down column after column.
# Fails: task2-jacobians-test-dot, task2-jacobians-test-multiply,
#        task2-jacobians-test-product
# %% task2-jacobians
def jacobian_multiply(A, B):
    return np.diag(B.ravel(order="F"))


def jacobian_dot(A, B):
    return np.kron(B.T, np.eye(A.shape[0]))


def vector_jacobian(g, J, shape):
    return (g.ravel(order="F") @ J).reshape(shape, order="F")


# Chaff: diagonal-of-a
# Misconception: the derivative of a product has both factors on its diagonal: A for A.
# Fails: task2-jacobians-test-multiply
# %% task2-jacobians
def jacobian_multiply(A, B):
    return np.diag(A.ravel())


# Chaff: finite-differences
# Misconception: (a fake) Wiggling gives the Jacobian, without any thought.
# Fails: task2-jacobians-test-dot, task2-jacobians-test-multiply
# %% task2-jacobians
def wiggled(f, A):
    h, columns = 1e-6, []
    for place in np.ndindex(A.shape):
        step = np.zeros(A.shape)
        step[place] = h
        columns.append(((f(A + step) - f(A - step)) / (2 * h)).ravel())
    return np.array(columns).T


def jacobian_multiply(A, B):
    return wiggled(lambda A: A * B, A)


def jacobian_dot(A, B):
    return wiggled(lambda A: A @ B, A)


# Chaff: for-b
# Misconception: the Jacobian of A B is asked for B.
# Fails: task2-jacobians-test-dot
# %% task2-jacobians
def jacobian_dot(A, B):
    return np.kron(A, np.eye(B.shape[1]))


# Chaff: jacobian-in-a-s-shape
# Misconception: there is one derivative for each element, so the Jacobian has B's shape.
# Fails: task2-jacobians-test-multiply
# %% task2-jacobians
def jacobian_multiply(A, B):
    return B.copy()


# Chaff: jacobian-times-vector
# Misconception: the chain rule multiplies the Jacobian by the signal, in this order.
# Fails: task2-jacobians-test-product
# %% task2-jacobians
def vector_jacobian(g, J, shape):
    return (J @ g.ravel()[: J.shape[1]])[: shape[0] * shape[1]].reshape(shape)


# Chaff: shape-forgotten
# Misconception: the signal for A is a long row, as the theory has it.
# Fails: task2-jacobians-test-product
# %% task2-jacobians
def vector_jacobian(g, J, shape):
    return g.ravel() @ J
