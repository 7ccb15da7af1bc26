# Misconception: Fake: finite differences in place of a backward walk.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    def loss(added):
        h, values = x, []
        for layer, zeros in zip(net.layers[:-1], added):
            h = net.activation(layer(h)) + zeros
            values.append(h.value)
        return net.cross_entropy(net.layers[-1](h), y).value.item()

    added = [np.zeros((len(x), layer.W.shape[1])) for layer in net.layers[:-1]]
    signals = [np.zeros_like(zeros) for zeros in added]
    for zeros, signal in zip(added, signals):
        for place in np.ndindex(zeros.shape):
            zeros[place] = 1e-6
            high = loss(added)
            zeros[place] = -1e-6
            signal[place] = (high - loss(added)) / 2e-6
            zeros[place] = 0.0
    return signals
