# Misconception: A sum that nobody uses is enough.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        marked = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]
