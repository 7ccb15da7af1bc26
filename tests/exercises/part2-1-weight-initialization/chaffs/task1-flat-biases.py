# Misconception: A row of biases is an array with one axis.
# Fails: task1-parameters-test-network
# %% task1-parameters
def initial_parameters(sizes, initialiser, rng):
    p = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:]), start=1):
        p[f"h{k}_W"] = initialiser(n_in, n_out, rng)
        p[f"h{k}_b"] = np.zeros(n_out)
    return p
