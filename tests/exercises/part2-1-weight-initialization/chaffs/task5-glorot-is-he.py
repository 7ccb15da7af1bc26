# Misconception: Glorot's and He's formulas are the same.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))


def glorot_uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))
