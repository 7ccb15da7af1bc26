# Misconception: The initialiser must give the same weights each time.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    state = rng.bit_generator.state
    w = rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
    rng.bit_generator.state = state
    return w
