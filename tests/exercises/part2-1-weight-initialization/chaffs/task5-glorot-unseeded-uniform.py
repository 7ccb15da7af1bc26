# Misconception: Any generator will do.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return np.random.default_rng().uniform(-bound, bound, (n_in, n_out))
