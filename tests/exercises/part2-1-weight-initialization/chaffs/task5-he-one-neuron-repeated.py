# Misconception: One column of random numbers serves all neurons.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    column = rng.normal(0, np.sqrt(2 / n_in), (n_in, 1))
    return column.repeat(n_out, axis=1)
