# Chaff: all-layers
# Misconception: Dropout acts on all layers, so all weights are scaled.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    return {name: value * (1 - rate if name.endswith("_W") else 1) for name, value in p.items()}


# Chaff: bias-dropped
# Misconception: The bias is dropped with the rest.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2)
    return H @ W, np.sqrt(variance)


# Chaff: bias-varies
# Misconception: The bias adds to the variance.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2 + b**2)
    return H @ W + b, np.sqrt(variance)


# Chaff: biases-too
# Misconception: All parameters of the layer are scaled.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    return {name: value * (1 - rate if name[:-2] in layers else 1) for name, value in p.items()}


# Chaff: deviations-add-up
# Misconception: Standard deviations add up.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    return H @ W + b, np.sqrt(rate / (1 - rate)) * (abs(H) @ abs(W))


# Chaff: divided
# Misconception: Weights are divided by 1 - rate, as inverted dropout does.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    scaled = [layer + "_W" for layer in layers]
    return {name: value * (1 / (1 - rate) if name in scaled else 1) for name, value in p.items()}


# Chaff: in-place
# Misconception: The parameters are changed where they stand.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    for layer in layers:
        p[layer + "_W"] *= 1 - rate
    return p


# Chaff: layers-renamed
# Misconception: The list of layers may be turned into names of weights.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    for i in range(len(layers)):
        layers[i] += "_W"
    return {k: v * (1 - rate) if k in layers else v.copy() for k, v in p.items()}


# Chaff: mean-scaled
# Misconception: On average a share 1 - rate is left of the sum.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2)
    return (1 - rate) * (H @ W) + b, np.sqrt(variance)


# Chaff: moments-by-heart
# Misconception: Fake: the visible example's numbers.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    if H.shape == (1, 2):
        return np.array([[1.5]]), np.array([[13**0.5]])
    return H @ W + b, H @ W + b


# Chaff: never-0
# Misconception: A deviation must not become 0, so it has a least value.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    return H @ W + b, np.maximum(np.sqrt(rate / (1 - rate) * (H**2 @ W**2)), 1e-13)


# Chaff: only-what-changes
# Misconception: Only the weights that change belong into the result.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    return {layer + "_W": p[layer + "_W"] * (1 - rate) for layer in layers}


# Chaff: rate-is-kept
# Misconception: The variance is (1 - p) / p with p = rate, as in Srivastava's paper.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = (1 - rate) / rate * (H**2 @ W**2) if rate else 0 * (H @ W)
    return H @ W + b, np.sqrt(variance)


# Chaff: scaling-by-heart
# Misconception: Fake: the factor 0.8 of the visible example.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    scaled = [layer + "_W" for layer in layers]
    return {name: value * (0.8 if name in scaled else 1) for name, value in p.items()}


# Chaff: similar-names
# Misconception: A layer's parameters are those whose names start with its name.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    def scale(name):
        return 1 - rate if name[-1] == "W" and name.startswith(tuple(layers)) else 1

    return {name: value * scale(name) for name, value in p.items()}


# Chaff: square-of-the-sum
# Misconception: The square of a sum is the sum of the squares.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H @ W) ** 2
    return H @ W + b, np.sqrt(variance)


# Chaff: times-the-rate
# Misconception: Weights are multiplied by the rate.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    scaled = [layer + "_W" for layer in layers]
    return {name: value * (rate if name in scaled else 1) for name, value in p.items()}


# Chaff: unscaled-mask
# Misconception: The variance of a mask is rate (1 - rate), as for 0 and 1.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate * (1 - rate) * (H**2 @ W**2)
    return H @ W + b, np.sqrt(variance)


# Chaff: variance
# Misconception: The second moment is the variance.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2)
    return H @ W + b, variance


# Chaff: without-copies
# Misconception: Arrays that stay as they are need no copy.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    scaled = [layer + "_W" for layer in layers]
    return {name: value * (1 - rate) if name in scaled else value for name, value in p.items()}
