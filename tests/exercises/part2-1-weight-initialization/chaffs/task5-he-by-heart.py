# Misconception: Fake: the visible layer's numbers for every layer.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / 64), (n_in, n_out))


def he_uniform(n_in, n_out, rng):
    return rng.uniform(-np.sqrt(6 / 64), np.sqrt(6 / 64), (n_in, n_out))
