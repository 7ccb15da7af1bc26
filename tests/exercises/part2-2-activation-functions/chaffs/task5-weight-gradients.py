# Misconception: The signal of a layer is the gradient of its weights.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h)
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[layer.W.name]) for layer in layers])
