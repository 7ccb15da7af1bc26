# Misconception: The generator's scale is the variance.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out))
