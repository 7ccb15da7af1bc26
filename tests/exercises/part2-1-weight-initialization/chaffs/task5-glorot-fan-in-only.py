# Misconception: Glorot's variance is 1 over the fan-in.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))
