# Misconception: The signal at a layer is the gradient of its weights.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name + "_W"] for layer in net.layers[:-1]]
