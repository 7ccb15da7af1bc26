# Misconception: Uniform numbers reach as far as the standard deviation.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(2 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))
