# Misconception: The generator's scale is the variance.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, 2 / (n_in + n_out), (n_in, n_out))
