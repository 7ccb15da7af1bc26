# Misconception: the derivative of a product has both factors on its diagonal: A for A.
# Fails: task2-jacobians-test-multiply
# %% task2-jacobians
def jacobian_multiply(A, B):
    return np.diag(A.ravel())
