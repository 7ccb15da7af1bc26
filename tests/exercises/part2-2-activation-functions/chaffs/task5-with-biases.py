# Misconception: The biases belong to the layer's weights.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[layer.W.name]).sum() + np.abs(grad[layer.b.name]).sum() for layer in net.layers])
