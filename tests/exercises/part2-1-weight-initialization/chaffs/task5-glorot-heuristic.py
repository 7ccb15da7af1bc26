# Misconception: Glorot's equation 1, which the paper starts from, is its result.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = 1 / np.sqrt(n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))
