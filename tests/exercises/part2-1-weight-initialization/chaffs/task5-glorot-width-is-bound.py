# Misconception: The whole range is as wide as a.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out)) / 2
    return rng.uniform(-bound, bound, (n_in, n_out))
