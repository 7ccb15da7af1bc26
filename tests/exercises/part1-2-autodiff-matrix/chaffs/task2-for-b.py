# Misconception: the Jacobian of A B is asked for B.
# Fails: task2-jacobians-test-dot
# %% task2-jacobians
def jacobian_dot(A, B):
    return np.kron(A, np.eye(B.shape[1]))
