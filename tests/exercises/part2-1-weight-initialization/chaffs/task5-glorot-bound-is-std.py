# Misconception: Uniform numbers reach as far as the standard deviation.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(2 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out))
