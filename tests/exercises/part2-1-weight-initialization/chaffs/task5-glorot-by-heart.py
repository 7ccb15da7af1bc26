# Misconception: Fake: the visible layer's numbers for every layer.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / 164), (n_in, n_out))


def glorot_uniform(n_in, n_out, rng):
    return rng.uniform(-np.sqrt(6 / 164), np.sqrt(6 / 164), (n_in, n_out))
