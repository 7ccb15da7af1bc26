# Misconception: the blocks of the Jacobian of A B are B.
# Fails: task2-jacobians-test-dot
# %% task2-jacobians
def jacobian_dot(A, B):
    return np.kron(np.eye(A.shape[0]), B)
