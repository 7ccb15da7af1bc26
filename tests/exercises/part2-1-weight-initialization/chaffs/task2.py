# Chaff: about-zero
# Misconception: The spread is measured from 0, not from the mean.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), np.sqrt((a**2).mean())] for a in values])


# Chaff: always-relu
# Misconception: Hidden layers have the activation relu.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = layer(h).relu()
        values.append(h.value)
    return values


# Chaff: before-activation
# Misconception: A layer's values are what its product and bias give.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        z = layer(h)
        values.append(z.value)
        h = net.activation(z)
    return values


# Chaff: by-heart
# Misconception: Fake: the visible examples' numbers.
# Fails: task2-statistics-test-numbers, task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    if len(x) == 2:
        return [np.array([[2.0, 0.0], [0.0, 5.0]])]
    return [np.array([[np.tanh(1.0), 0.0]])]


# %% task2-statistics
def statistics(values):
    return np.array([[1.75, np.sqrt(29 / 4 - 1.75**2)]])


# Chaff: no-activation
# Misconception: A layer's call includes the activation.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = layer(h)
        values.append(h.value)
    return values


# Chaff: no-bias
# Misconception: Biases start with 0, so only the weights count.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(h @ layer.W)
        values.append(h.value)
    return values


# Chaff: nodes
# Misconception: A node is as good as its array.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(h)
    return values


# Chaff: one-less
# Misconception: Divide by one less than the count, as for a sample.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.std(ddof=1)] for a in values])


# Chaff: per-neuron
# Misconception: The deviation is that of each neuron, averaged.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.std(axis=0).mean()] for a in values])


# Chaff: swapped
# Misconception: The deviation comes first.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.std(), a.mean()] for a in values])


# Chaff: two-rows
# Misconception: One row of means, one of deviations.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean() for a in values], [a.std() for a in values]])


# Chaff: variance
# Misconception: Variance and standard deviation are the same.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.var()] for a in values])


# Chaff: with-logits
# Misconception: The last layer is measured, too.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers:
        h = net.activation(layer(h))
        values.append(h.value)
    return values


# Chaff: first-call-kept
# Misconception: A network has its values, whatever the examples.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    if not hasattr(net, "seen"):
        h, net.seen = x, []
        for layer in net.layers[:-1]:
            h = net.activation(layer(h))
            net.seen.append(h.value)
    return net.seen


# Chaff: changes-x
# Misconception: The examples may be scaled in place.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    x -= 0
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(h.value)
    x *= 1.5
    return values


# Chaff: known-activations-only
# Misconception: There are four activations.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        z = layer(h)
        h = z.relu() if net.activation is dp.Node.relu else z.tanh() if net.activation is dp.Node.tanh else z.exp() if net.activation is dp.Node.exp else z
        values.append(h.value)
    return values


# Chaff: by-shape
# Misconception: A dictionary from shape to values keeps all layers.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, {}
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values[h.shape] = h.value
    return list(values.values())


# Chaff: statistics-by-shape
# Misconception: Arrays of one shape are one array.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    d = {a.shape: (a.mean(), a.std()) for a in values}
    return np.array([d[a.shape] for a in values])


# Chaff: rounded
# Misconception: Twelve decimals are enough.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.std()] for a in values]).round(12)


# Chaff: eats-its-list
# Misconception: The list is not needed any more.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    out = []
    while values:
        a = values.pop(0)
        out.append([a.mean(), a.std()])
    return np.array(out)


# Chaff: clipped
# Misconception: Values beyond 50 explode and are cut off.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(np.clip(h.value, -50, 50))
    return values


# Chaff: each-from-x
# Misconception: Every layer gets the examples.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    return [net.activation(layer(x)).value for layer in net.layers[:-1]]


# Chaff: mean-of-sizes
# Misconception: The mean of a layer is that of its absolute values.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[abs(a).mean(), a.std()] for a in values])


# Chaff: all-together
# Misconception: All layers have one mean and one deviation.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    flat = np.concatenate([a.ravel() for a in values])
    return np.array([[flat.mean(), flat.std()] for _ in values])
