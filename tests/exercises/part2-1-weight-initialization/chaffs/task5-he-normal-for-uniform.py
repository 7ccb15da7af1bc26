# Misconception: Only the variance matters, not the distribution.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
