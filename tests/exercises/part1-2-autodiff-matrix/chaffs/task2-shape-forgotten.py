# Misconception: the signal for A is a long row, as the theory has it.
# Fails: task2-jacobians-test-product
# %% task2-jacobians
def vector_jacobian(g, J, shape):
    return g.ravel() @ J
