# Misconception: The output layer needs no start of its own.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initialiser, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes[:-1], sizes[:-1][1:]), start=1):
        p[f"h{k}_W"] = initialiser(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros((1, n_out))
    return p
