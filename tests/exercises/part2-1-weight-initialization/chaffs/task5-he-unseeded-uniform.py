# Misconception: Any generator will do.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return np.random.default_rng().uniform(-bound, bound, (n_in, n_out))
