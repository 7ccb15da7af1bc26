# Misconception: The loss sees the last layer through the activation.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h) + dp.Node(np.zeros((len(x), layer.W.shape[1])), f"signal{number}")
        h = activation(z)
    grad = loss(h, y).grad(1)
    return np.array([np.linalg.norm(grad[f"signal{number}"]) for number in range(len(layers))])
