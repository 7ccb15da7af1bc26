# Misconception: He's formula is that of Glorot.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, (n_in, n_out))
