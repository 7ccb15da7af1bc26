# Misconception: The norm tells the same as the sum.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.linalg.norm(grad[layer.W.name]) for layer in net.layers])
