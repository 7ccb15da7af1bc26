# Misconception: Fake: the layers of the visible example.
# Fails: task1-parameters-test-network, task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initialiser, rng):
    return {
        "h1_W": initialiser(3, 5, rng),
        "h1_b": np.zeros((1, 5)),
        "h2_W": initialiser(5, 2, rng),
        "h2_b": np.zeros((1, 2)),
    }
