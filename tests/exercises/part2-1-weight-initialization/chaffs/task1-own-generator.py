# Misconception: Any generator will do.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initialiser, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initialiser(n_in, n_out, np.random.default_rng(k))
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p
