# Misconception: NumPy's global generator is as good as rng.
# Fails: task5-he-test-draws
# %% task5-he
def he_normal(n_in, n_out, rng):
    return np.random.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
