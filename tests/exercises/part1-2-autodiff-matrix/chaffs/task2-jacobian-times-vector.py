# Misconception: the chain rule multiplies the Jacobian by the signal, in this order.
# Fails: task2-jacobians-test-product
# %% task2-jacobians
def vector_jacobian(g, J, shape):
    return (J @ g.ravel()[: J.shape[1]])[: shape[0] * shape[1]].reshape(shape)
