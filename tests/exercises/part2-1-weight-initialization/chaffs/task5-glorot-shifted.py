# Misconception: Weights are a little above 0, so that ReLU lets them pass.
# Fails: task5-glorot-test-draws
# %% task5-glorot
def glorot_normal(n_in, n_out, rng):
    return rng.normal(0.01, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))
