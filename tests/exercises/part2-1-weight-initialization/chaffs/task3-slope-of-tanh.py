# Misconception: The derivative of an activation is 1 - H^2.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(h.value)
    g = (net.layers[-1](h).softmax().value - y) / len(y)
    signals = []
    for layer, value in zip(net.layers[:0:-1], values[::-1]):
        signals.insert(0, g @ layer.W.value.T)
        g = signals[0] * (1 - value**2)
    return signals
