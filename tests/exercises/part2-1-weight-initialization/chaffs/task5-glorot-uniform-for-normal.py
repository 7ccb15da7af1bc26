# Misconception: Only the variance matters, not the distribution.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out))
