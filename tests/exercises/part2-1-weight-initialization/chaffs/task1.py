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


# Chaff: one-dictionary
# Misconception: The dictionary of the call before can be filled again.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
P = {}


def initial_parameters(sizes, initializer, rng):
    P.clear()
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        P[f"h{k}_W"] = initializer(n_in, n_out, rng)
        P[f"h{k}_b"] = np.zeros((1, n_out))
    return P


# Chaff: kept-by-sizes
# Misconception: The same sizes have the same parameters.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
SEEN = {}


def initial_parameters(sizes, initializer, rng):
    if tuple(sizes) not in SEEN:
        p = {}
        for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
            p[f"h{k}_W"] = initializer(n_in, n_out, rng)
            p[f"h{k}_b"] = np.zeros((1, n_out))
        SEEN[tuple(sizes)] = p
    return SEEN[tuple(sizes)]


# Chaff: clipped
# Misconception: Weights beyond 4 are mistakes and are cut off.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = np.clip(initializer(n_in, n_out, rng), -4, 4)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: eats-sizes
# Misconception: The list is not needed any more.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    sizes = sizes if isinstance(sizes, list) else list(sizes)
    p, n_in, k = {}, sizes.pop(0), 1
    while sizes:
        n_out = sizes.pop(0)
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros((1, n_out))
        n_in, k = n_out, k + 1
    return p


# Chaff: zeros-redrawn
# Misconception: Weights of 0 are no start, so they are drawn anew.
# Fails: task1-parameters-test-network
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        W = initializer(n_in, n_out, rng)
        p[f"h{k}_W"] = W if W.any() else rng.normal(0, 0.05, (n_in, n_out))
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: starts-rng-again
# Misconception: Each layer starts the generator from the same state.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    state = rng.bit_generator.state
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        rng.bit_generator.state = state
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: shared-zeros
# Misconception: Layers of one width can share their zeros.
# Fails: task1-parameters-test-network
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p, zeros = {}, {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        p[f"h{k}_b"] = zeros.setdefault(n_out, np.zeros((1, n_out)))
    return p


# Chaff: zeros-kept
# Misconception: The zeros of the call before can be used again.
# Fails: task1-parameters-test-network
# %% task1-parameters
ZEROS = {}


def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng)
        if n_out not in ZEROS:
            ZEROS[n_out] = np.zeros((1, n_out))
        p[f"h{k}_b"] = ZEROS[n_out]
    return p


# Chaff: float32
# Misconception: Numbers of 32 bits are enough.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initializer(n_in, n_out, rng).astype(np.float32)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p


# Chaff: centered
# Misconception: Weights must have the mean 0 exactly.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initializer, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        W = initializer(n_in, n_out, rng)
        p[f"h{k}_W"] = W - W.mean()
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p
