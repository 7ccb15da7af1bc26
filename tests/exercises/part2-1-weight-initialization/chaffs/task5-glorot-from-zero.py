# Misconception: rng.uniform(bound) is symmetric.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    return rng.uniform(0, np.sqrt(6 / (n_in + n_out)), (n_in, n_out))
