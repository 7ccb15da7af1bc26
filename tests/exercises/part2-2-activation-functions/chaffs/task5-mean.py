# Misconception: The mean tells the same as the sum.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[layer.W.name]).mean() for layer in net.layers])
