# Misconception: The absolute value of the sum is the sum of absolute values.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([abs(grad[layer.W.name].sum()) for layer in net.layers])
