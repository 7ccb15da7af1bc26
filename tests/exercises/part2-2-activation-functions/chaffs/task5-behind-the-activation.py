# Misconception: The signal is that of H, behind the activation.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        zeros = dp.Node(np.zeros((len(x), layer.W.shape[1])), f"signal{number}")
        z = layer(h) + zeros
        h = activation(layer(h)) + zeros
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[f"signal{number}"]) for number in range(len(layers))])
