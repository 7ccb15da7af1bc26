# Chaff: biases-from-initializer
# Misconception: The initializer fills every parameter.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = initializer(1, n_out, rng)
    return p


# Chaff: by-heart
# Misconception: Fake: the layers of the visible example.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    return {
        "h1_W": initializer(3, 5, rng),
        "h1_b": np.zeros((1, 5)),
        "h2_W": initializer(5, 2, rng),
        "h2_b": np.zeros((1, 2)),
    }


# Chaff: drawn-once
# Misconception: One draw serves all layers of the same shape.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p, drawn = {}, {}
    for k, shape in enumerate(zip(sizes, sizes[1:]), start=1):
        if shape not in drawn:
            drawn[shape] = initializer(*shape, rng)
        p[f"h{k}_W"] = drawn[shape]
        p[f"h{k}_b"] = np.zeros((1, shape[1]))
    return p


# Chaff: fans-swapped
# Misconception: An initializer gets the outputs first, as a matrix W in W h has its
# rows.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_out, n_in, rng).T
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: flat-biases
# Misconception: A row of biases is an array with one axis.
# Fails: task1-parameters-test-network
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros(n_out)
    return p


# Chaff: from-zero
# Misconception: The first layer is h0.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=0):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: hidden-only
# Misconception: The output layer needs no start of its own.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes[:-1], sizes[:-1][1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: own-generator
# Misconception: Any generator will do.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, np.random.default_rng(k))
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: random-biases
# Misconception: Biases are drawn like weights.
# Fails: task1-parameters-test-network
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = 0.01 * rng.normal(size=(1, n_out))
    return p


# Chaff: scaled-again
# Misconception: The initializer's numbers must still be divided by the root of the fan-
# in.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng) / np.sqrt(n_in)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p
