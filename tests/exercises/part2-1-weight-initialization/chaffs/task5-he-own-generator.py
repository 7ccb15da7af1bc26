# Misconception: A generator with a fixed seed of its own makes it repeatable.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / n_in), (n_in, n_out))
