# Misconception: The sum of absolute values is the norm.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h) + dp.Node(np.zeros((len(x), layer.W.shape[1])), f"signal{number}")
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.abs(grad[f"signal{number}"]).sum() for number in range(len(layers))])
