# Chaff: absolute-tolerance
# Misconception: The tolerance is an absolute one.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: any-element
# Misconception: Columns are the same if one element is the same.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(np.abs(column - other).min() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: any-other
# Misconception: A column is new if it differs from one of the others.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if not counted or any(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: by-heart
# Misconception: Fake: the visible counts.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return 1 if tolerance > 1e-3 or not array.any() else 3


# Chaff: default-only
# Misconception: The tolerance is always 1e-8.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = 1e-8 * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: exact
# Misconception: Equal means equal in every digit.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return np.unique(array, axis=1).shape[1]


# Chaff: gradients-all-parameters
# Misconception: Every parameter has a gradient to count.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(g) for g in grad.values()]


# Chaff: gradients-biases
# Misconception: The gradient of the biases tells the same.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[layer.name + "_b"]) for layer in net.layers]


# Chaff: gradients-by-heart
# Misconception: Fake: the visible counts.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):

    return [1, 1, 2] if net.get_param()["h1_W"].std() < 1e-9 else [5, 4, 2]


# Chaff: gradients-hidden-only
# Misconception: The last layer is no part of it.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[layer.name + "_W"]) for layer in net.layers[:-1]]


# Chaff: gradients-one-example
# Misconception: One example is enough.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x[:1], y[:1])
    return [distinct_columns(grad[layer.name + "_W"]) for layer in net.layers]


# Chaff: gradients-rows
# Misconception: Neurons are rows of W.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[layer.name + "_W"].T) for layer in net.layers]


# Chaff: gradients-weights
# Misconception: Equal neurons are counted in the weights.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    p = net.get_param()
    return [distinct_columns(p[layer.name + "_W"]) for layer in net.layers]


# Chaff: gradients-widths
# Misconception: Fake: every neuron is counted as different.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):

    return [layer.W.shape[1] for layer in net.layers]


# Chaff: neighbors
# Misconception: Only neighboring columns are compared.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if not counted or np.abs(column - last).max() > limit:
            counted.append(column)
        last = column
    return len(counted)


# Chaff: own-scale
# Misconception: The tolerance is relative to each column.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(not np.allclose(column, other, rtol=tolerance, atol=0) for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: rank
# Misconception: Distinct columns are independent ones.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return int(np.linalg.matrix_rank(array))


# Chaff: rounded
# Misconception: Rounding to eight decimals finds equal columns.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return np.unique(array.round(8), axis=1).shape[1]


# Chaff: rows
# Misconception: Neurons are rows of W.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: signs-ignored
# Misconception: A column and its negative are the same.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in np.abs(array.T):
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: sums
# Misconception: Columns with the same sum are the same.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(abs(column.sum() - other.sum()) > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: zeros-are-none
# Misconception: Columns of zeros do not count.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if column.any() and all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: a-little-added
# Misconception: A tiny number keeps the limit above 0.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max() + 1e-30
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: rounded-in-units
# Misconception: Numbers that round to the same multiple of the tolerance are the same.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    m = np.abs(array).max()
    if m == 0:
        return 1
    return np.unique(np.round(array / m / tolerance).astype(np.int64), axis=1).shape[1]


# Chaff: length-of-difference
# Misconception: The length of the difference counts.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(np.linalg.norm(column - other) > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: scale-of-all
# Misconception: The length of the whole matrix is its scale.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.linalg.norm(array)
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: mean-difference
# Misconception: The mean difference counts.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(np.abs(column - other).mean() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: two-tolerances
# Misconception: allclose knows the right tolerance for large numbers.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    counted = []
    for column in array.T:
        if not any(np.allclose(column, other, atol=tolerance * np.abs(array).max()) for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: gradients-sorted
# Misconception: Sorted names are in the order of the layers.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[n]) for n in sorted(grad) if n.endswith("_W")]


# Chaff: gradients-coarse
# Misconception: Gradients are only nearly the same, so the tolerance is 1e-3.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[layer.name + "_W"], 1e-3) for layer in net.layers]


# Chaff: gradients-kept
# Misconception: A network has its columns, whatever its parameters.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    if not hasattr(net, "counts"):
        grad, _ = net.get_grad(x, y)
        net.counts = [distinct_columns(grad[layer.name + "_W"]) for layer in net.layers]
    return net.counts


# Chaff: scale-of-the-first
# Misconception: The first column gives the scale.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array[:, 0]).max()
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: normalizes-in-place
# Misconception: The matrix may be scaled where it is.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    m = np.abs(array).max()
    if m > 0:
        array /= m
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > tolerance for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: sizes-compared
# Misconception: The sizes of the elements tell columns apart.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in abs(array).T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: scale-is-range
# Misconception: The range of the elements is their scale.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * (array.max() - array.min())
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)


# Chaff: gradients-step
# Misconception: A gradient is there to make a step.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    p = net.get_param()
    net.set_param({n: p[n] - 1e-3 * grad[n] for n in p})
    return [distinct_columns(grad[layer.name + "_W"]) for layer in net.layers]


# Chaff: gradients-tiny-is-zero
# Misconception: A gradient below a millionth is 0.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    out = []
    for layer in net.layers:
        g = grad[layer.name + "_W"]
        out.append(1 if np.abs(g).max() < 1e-6 else distinct_columns(g))
    return out
