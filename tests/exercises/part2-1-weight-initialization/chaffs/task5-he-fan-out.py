# Misconception: He's variance is 2 over the fan-out (equation 14, the way back).
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out))
