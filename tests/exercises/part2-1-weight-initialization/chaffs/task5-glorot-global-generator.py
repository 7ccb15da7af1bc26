# Misconception: NumPy's global generator is as good as rng.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return np.random.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))
