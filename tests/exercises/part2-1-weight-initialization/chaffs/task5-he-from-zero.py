# Misconception: rng.uniform(bound) is symmetric.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    return rng.uniform(0, np.sqrt(6 / n_in), (n_in, n_out))
