# Misconception: The whole range is as wide as a.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in) / 2
    return rng.uniform(-bound, bound, (n_in, n_out))
