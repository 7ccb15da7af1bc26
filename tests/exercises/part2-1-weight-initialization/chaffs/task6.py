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
