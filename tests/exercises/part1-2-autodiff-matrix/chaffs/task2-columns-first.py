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
