# Misconception: there is one derivative for each element, so the Jacobian has B's shape.
# Fails: task2-jacobians-test-multiply
# %% task2-jacobians
def jacobian_multiply(A, B):
    return B.copy()
