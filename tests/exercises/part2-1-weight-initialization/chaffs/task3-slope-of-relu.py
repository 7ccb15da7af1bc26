# Misconception: An activation lets signals pass where its value is above 0.
# Fails: task3-signals-test-tanh
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
        g = signals[0] * (value > 0)
    return signals
