# Misconception: Only the variance matters, not the distribution.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))
