# Chaff: always-relu
# Misconception: Hidden layers have the activation relu.
# Fails: task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = layer(h).relu()
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: before-activation
# Misconception: The signal at a layer is that at its product.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        z = layer(h)
        h = net.activation(z + dp.Node(np.zeros(z.shape), layer.name))
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: biases
# Misconception: The signal at a layer is the gradient of its biases.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name + "_b"] for layer in net.layers[:-1]]


# Chaff: by-heart
# Misconception: Fake: the visible examples' signals.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    if x[0, 0] == 0.0:
        O = np.exp(np.array([[-8.0, 0.0]]) + np.tanh(1.0) * np.array([[1.0, 5.0]]))
        return [(O / O.sum() - y) @ np.array([[3.0, 1.0], [-1.0, 5.0]])]
    return [np.array([[-2.0, 2.0]] * len(x)) / len(x)]


# Chaff: cut
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


# Chaff: finite-differences
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


# Chaff: not-used-further
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


# Chaff: one-name
# Misconception: All leaves of zeros may share a name.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), "zeros")
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad["zeros"] for layer in net.layers[:-1]]


# Chaff: one-row
# Misconception: One row of zeros is enough for all examples.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros((1, h.shape[1])), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: ones
# Misconception: The added leaf holds ones.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.ones(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: reversed
# Misconception: The list goes the way of the signals, last layer first.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[-2::-1]]


# Chaff: slope-forgotten
# Misconception: A signal only passes the weights on its way back.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
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
        g = signals[0] * 1
    return signals


# Chaff: slope-of-relu
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


# Chaff: slope-of-tanh
# Misconception: The derivative of an activation is 1 - H^2.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
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


# Chaff: sum-of-outputs
# Misconception: Any output will do, for instance the sum of the logits.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.layers[-1](h).sum().grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: summed-loss
# Misconception: The loss is the sum over the examples.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [len(x) * grad[layer.name] for layer in net.layers[:-1]]


# Chaff: weights
# Misconception: The signal at a layer is the gradient of its weights.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name + "_W"] for layer in net.layers[:-1]]


# Chaff: names-by-shape
# Misconception: The shape names the leaf of zeros.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h, names = x, []
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        names.append(str(h.shape))
        h = h + dp.Node(np.zeros(h.shape), names[-1])
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[name] for name in names]


# Chaff: from-probabilities
# Misconception: The loss can be computed from softmax.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    O = net.layers[-1](h).softmax()
    grad = (-(O.log() * y).sum() / len(y)).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: clipped
# Misconception: Signals beyond 100 explode and are cut off.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [np.clip(grad[layer.name], -100, 100) for layer in net.layers[:-1]]


# Chaff: tanh-or-relu
# Misconception: What is not tanh lets signals pass where its value is above 0.
# Fails: task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    values, h = [], x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(h.value)
    p = net.get_param()
    K = len(values)
    g = (net.logits(x).softmax().value - y) / len(y)
    out = []
    for k in range(K, 0, -1):
        g = g @ p[f"h{k + 1}_W"].T
        out.insert(0, g)
        slope = (1 - values[k - 1] ** 2) if net.activation is dp.Node.tanh else (values[k - 1] > 0)
        g = g * slope
    return out


# Chaff: relu-or-tanh
# Misconception: What is not ReLU has the derivative 1 - H^2.
# Fails: task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    values, h = [], x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(h.value)
    p = net.get_param()
    K = len(values)
    g = (net.logits(x).softmax().value - y) / len(y)
    out = []
    for k in range(K, 0, -1):
        g = g @ p[f"h{k + 1}_W"].T
        out.insert(0, g)
        slope = (values[k - 1] > 0) if net.activation is dp.Node.relu else (1 - values[k - 1] ** 2)
        g = g * slope
    return out


# Chaff: dead-layer-left-out
# Misconception: A layer without a signal has none to list.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1] if grad[layer.name].any()]


# Chaff: first-call-kept
# Misconception: A network has its signals, whatever the labels.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    if not hasattr(net, "signals"):
        h = x
        for layer in net.layers[:-1]:
            h = net.activation(layer(h))
            h = h + dp.Node(np.zeros(h.shape), layer.name)
        grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
        net.signals = [grad[layer.name] for layer in net.layers[:-1]]
    return net.signals


# Chaff: small-is-zero
# Misconception: Signals below a millionth are 0.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [np.where(abs(grad[layer.name]) < 1e-6, 0, grad[layer.name]) for layer in net.layers[:-1]]


# Chaff: leaf-subtracted
# Misconception: Adding and subtracting zeros is the same.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h - dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: changes-labels
# Misconception: The labels may be scaled in place.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    x *= 1.0
    y -= 0.5 * y
    h = x
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), 2 * y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]


# Chaff: renames-layers
# Misconception: Layers may be given other names.
# Fails: task3-signals-test-relu
# %% task3-signals
def layer_signals(net, x, y):
    h = x
    for k, layer in enumerate(net.layers[:-1]):
        layer.name = f"signal{k}"
        h = net.activation(layer(h))
        h = h + dp.Node(np.zeros(h.shape), layer.name)
    grad = net.cross_entropy(net.layers[-1](h), y).grad(1)
    return [grad[layer.name] for layer in net.layers[:-1]]
