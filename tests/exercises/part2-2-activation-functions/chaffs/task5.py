# Chaff: a-walk-each
# Misconception: Each layer needs its own backward walk.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    return np.array([np.abs(net.get_grad(x, y)[0][layer.W.name]).sum() for layer in net.layers])


# Chaff: activations-set
# Misconception: The layers may be given their activation.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    for layer in layers[:-1]:
        layer.activation = activation
    h, zeros = x, []
    for k, layer in enumerate(layers):
        z = h @ layer.W + layer.b
        zeros.append(dp.Node(np.zeros(z.shape), f"s{k}"))
        z = z + zeros[-1]
        h = layer.activation(z) if layer.activation else z
    grad = loss(h, y).grad(1)
    return np.array([np.linalg.norm(grad[n.name]) for n in zeros])


# Chaff: alphabetical
# Misconception: Sorted names are in the layers' order.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[name]).sum() for name in sorted(grad) if name.endswith("_W")])


# Chaff: always-ten
# Misconception: A network has ten layers.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[f"h{k}_W"]).sum() for k in range(1, 11) if f"h{k}_W" in grad])


# Chaff: behind-the-activation
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


# Chaff: biases-replaced
# Misconception: The leaves may take the place of the biases.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = x
    for number, layer in enumerate(layers):
        layer.b = dp.Node(np.zeros(( len(x), layer.b.shape[1])) + layer.b.value, f"signal{number}")
        z = layer(h)
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[f"signal{number}"]) for number in range(len(layers))])


# Chaff: by-heart
# Misconception: Fake: the visible test's numbers in place of a computation.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    net.loss(x, y)
    return np.array([12.0, 12.0, 2.0])


# Chaff: last-activated
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


# Chaff: layers-turned-round
# Misconception: The list of layers may be reversed where it stands.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    net.layers.reverse()
    out = [np.abs(grad[l.W.name]).sum() for l in net.layers]
    return np.array(out[::-1])


# Chaff: mean
# Misconception: The mean tells the same as the sum.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[layer.W.name]).mean() for layer in net.layers])


# Chaff: names-by-number
# Misconception: The layers of every network are called h1, h2 and so on.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[f"h{k + 1}_W"]).sum() for k in range(len(net.layers))])


# Chaff: never-0
# Misconception: A sum must not become 0, for the logarithmic axis.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([max(np.abs(grad[l.W.name]).sum(), 1e-12) for l in net.layers])


# Chaff: no-activation
# Misconception: Zeros pass through every activation, so it can be left out.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h) + dp.Node(np.zeros((len(x), layer.W.shape[1])), f"signal{number}")
        h = z
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[f"signal{number}"]) for number in range(len(layers))])


# Chaff: norm
# Misconception: The norm tells the same as the sum.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.linalg.norm(grad[layer.W.name]) for layer in net.layers])


# Chaff: one-row-of-zeros
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


# Chaff: reversed
# Misconception: The backward walk gives the last layer first.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h) + dp.Node(np.zeros((len(x), layer.W.shape[1])), f"signal{number}")
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[f"signal{number}"]) for number in range(len(layers))][::-1])


# Chaff: signals-by-heart
# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    return np.array([3.0, np.sqrt(2)])


# Chaff: sum-first
# Misconception: The absolute value of the sum is the sum of absolute values.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([abs(grad[layer.W.name].sum()) for layer in net.layers])


# Chaff: sum-for-norm
# Misconception: The sum of absolute values is the norm.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h) + dp.Node(np.zeros((len(x), layer.W.shape[1])), f"signal{number}")
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.abs(grad[f"signal{number}"]).sum() for number in range(len(layers))])


# Chaff: summed-over-examples
# Misconception: The gradient of the bias is the signal.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h)
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[layer.b.name]) for layer in layers])


# Chaff: weight-gradients
# Misconception: The signal of a layer is the gradient of its weights.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    h = dp.Node(x)
    for number, layer in enumerate(layers):
        z = layer(h)
        h = activation(z)
    grad = loss(z, y).grad(1)
    return np.array([np.linalg.norm(grad[layer.W.name]) for layer in layers])


# Chaff: with-biases
# Misconception: The biases belong to the layer's weights.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[layer.W.name]).sum() + np.abs(grad[layer.b.name]).sum() for layer in net.layers])


# Chaff: without-b
# Misconception: What has a b in its name is a bias.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(g).sum() for name, g in grad.items() if "b" not in name])


# Chaff: zeros-left-out
# Misconception: A layer without a gradient does not count.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([s for s in (np.abs(grad[l.W.name]).sum() for l in net.layers) if s > 0])
