# Misconception: The initialiser must give the same weights each time.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    state = rng.bit_generator.state
    w = rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))
    rng.bit_generator.state = state
    return w
