# Misconception: A row of zeros is enough, it is added to each example.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h) + dp.Node(np.zeros((1, layer.W.shape[1])), f"signal{number}")
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[f"signal{number}"]) for number in range(len(layers))])
