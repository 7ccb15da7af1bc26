# Misconception: Biases are drawn like weights.
# Fails: task1-parameters-test-network
# %% task1-parameters
def initial_parameters(sizes, initialiser, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initialiser(n_in, n_out, rng)
        p[f"h{k}_b"] = 0.01 * rng.normal(size=(1, n_out))
    return p
