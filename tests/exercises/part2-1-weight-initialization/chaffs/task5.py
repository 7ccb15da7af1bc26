# Chaff: glorot-bound-is-std
# Misconception: Uniform numbers reach as far as the standard deviation.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(2 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: glorot-by-heart
# Misconception: Fake: the visible layer's numbers for every layer.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / 164), (n_in, n_out))


def glorot_uniform(n_in, n_out, rng):
    return rng.uniform(-np.sqrt(6 / 164), np.sqrt(6 / 164), (n_in, n_out))


# Chaff: glorot-fan-in-only
# Misconception: Glorot's variance is 1 over the fan-in.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))


# Chaff: glorot-from-zero
# Misconception: rng.uniform(bound) is symmetric.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    return rng.uniform(0, np.sqrt(6 / (n_in + n_out)), (n_in, n_out))


# Chaff: glorot-global-generator
# Misconception: NumPy's global generator is as good as rng.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return np.random.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


# Chaff: glorot-heuristic
# Misconception: Glorot's equation 1, which the paper starts from, is its result.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = 1 / np.sqrt(n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: glorot-is-he
# Misconception: Glorot's and He's formulas are the same.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))


def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: glorot-mean-of-fans
# Misconception: The variance is 1 over the sum of both fans.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / (n_in + n_out)), (n_in, n_out))


# Chaff: glorot-normal-for-uniform
# Misconception: Only the variance matters, not the distribution.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


# Chaff: glorot-one-neuron-repeated
# Misconception: One column of random numbers serves all neurons.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    column = rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, 1))
    return column.repeat(n_out, axis=1)


# Chaff: glorot-own-generator
# Misconception: A generator with a fixed seed of its own makes it repeatable.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


# Chaff: glorot-same-again
# Misconception: The initializer must give the same weights each time.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    state = rng.bit_generator.state
    w = rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))
    rng.bit_generator.state = state
    return w


# Chaff: glorot-shifted
# Misconception: Weights are a little above 0, so that ReLU lets them pass.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0.01, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


# Chaff: glorot-transposed
# Misconception: W has a row for each neuron.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_out, n_in))


# Chaff: glorot-uniform-for-normal
# Misconception: Only the variance matters, not the distribution.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: glorot-unseeded-uniform
# Misconception: Any generator will do.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return np.random.default_rng().uniform(-bound, bound, (n_in, n_out))


# Chaff: glorot-variance-as-scale
# Misconception: The generator's scale is the variance.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, 2 / (n_in + n_out), (n_in, n_out))


# Chaff: glorot-width-is-bound
# Misconception: The whole range is as wide as a.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out)) / 2
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: he-bound-is-std
# Misconception: Uniform numbers reach as far as the standard deviation.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(2 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: he-by-heart
# Misconception: Fake: the visible layer's numbers for every layer.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / 64), (n_in, n_out))


def he_uniform(n_in, n_out, rng):
    return rng.uniform(-np.sqrt(6 / 64), np.sqrt(6 / 64), (n_in, n_out))


# Chaff: he-fan-out
# Misconception: He's variance is 2 over the fan-out (equation 14, the way back).
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out))


# Chaff: he-from-zero
# Misconception: rng.uniform(bound) is symmetric.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    return rng.uniform(0, np.sqrt(6 / n_in), (n_in, n_out))


# Chaff: he-global-generator
# Misconception: NumPy's global generator is as good as rng.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return np.random.normal(0, np.sqrt(2 / n_in), (n_in, n_out))


# Chaff: he-is-glorot
# Misconception: He's formula is that of Glorot.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: he-normal-for-uniform
# Misconception: Only the variance matters, not the distribution.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))


# Chaff: he-one-neuron-repeated
# Misconception: One column of random numbers serves all neurons.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    column = rng.normal(0, np.sqrt(2 / n_in), (n_in, 1))
    return column.repeat(n_out, axis=1)


# Chaff: he-own-generator
# Misconception: A generator with a fixed seed of its own makes it repeatable.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / n_in), (n_in, n_out))


# Chaff: he-same-again
# Misconception: The initializer must give the same weights each time.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    state = rng.bit_generator.state
    w = rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
    rng.bit_generator.state = state
    return w


# Chaff: he-shifted
# Misconception: Weights are a little above 0, so that ReLU lets them pass.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0.01, np.sqrt(2 / n_in), (n_in, n_out))


# Chaff: he-three-for-six
# Misconception: The bound is the root of 3 over the fan-in, without ReLU's 2.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(3 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: he-transposed
# Misconception: W has a row for each neuron.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))


# Chaff: he-uniform-for-normal
# Misconception: Only the variance matters, not the distribution.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: he-unseeded-uniform
# Misconception: Any generator will do.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return np.random.default_rng().uniform(-bound, bound, (n_in, n_out))


# Chaff: he-variance-as-scale
# Misconception: The generator's scale is the variance.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out))


# Chaff: he-width-is-bound
# Misconception: The whole range is as wide as a.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in) / 2
    return rng.uniform(-bound, bound, (n_in, n_out))


# Chaff: he-without-relu
# Misconception: The variance is 1 over the fan-in, as for a linear layer.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))


# Chaff: glorot-cut-at-3
# Misconception: Weights beyond three standard deviations are cut off.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    s = np.sqrt(2 / (n_in + n_out))
    return np.clip(rng.normal(0, s, (n_in, n_out)), -3 * s, 3 * s)


# Chaff: glorot-normalized
# Misconception: The sample must have exactly the variance and the mean.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    w = rng.normal(size=(n_in, n_out))
    w = (w - w.mean()) / w.std()
    return w * np.sqrt(2 / (n_in + n_out))


# Chaff: glorot-pairs
# Misconception: Each weight and its negative are drawn together.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    half = rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out - n_out // 2))
    return np.concatenate([half, -half[:, :n_out // 2]], axis=1)


# Chaff: he-with-bias
# Misconception: The bias is one more input.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + 1)), (n_in, n_out))


# Chaff: he-uniform-with-bias
# Misconception: The bias is one more input.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    a = np.sqrt(6 / (n_in + 1))
    return rng.uniform(-a, a, (n_in, n_out))


# Chaff: he-fan-floored
# Misconception: A fan-in below 10 counts as 10.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / max(n_in, 10)), (n_in, n_out))


# Chaff: glorot-fan-floored
# Misconception: A small sum of fans counts as 10.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / max(n_in + n_out, 10)), (n_in, n_out))


# Chaff: glorot-rounded
# Misconception: Four decimals are enough.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out)).round(4)


# Chaff: he-cut-at-3
# Misconception: Weights beyond three standard deviations are cut off.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    s = np.sqrt(2 / n_in)
    return rng.normal(0, s, (n_in, n_out)).clip(-3 * s, 3 * s)


# Chaff: he-positive
# Misconception: Only positive weights pass ReLU.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return abs(rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)))
