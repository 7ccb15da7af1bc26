# Misconception: Only the variance matters, not the distribution.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))
