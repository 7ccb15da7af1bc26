# Misconception: A new leaf with a hidden value's numbers can take its place in the
# graph.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = dp.Node(net.activation(layer(h)).value, layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]
