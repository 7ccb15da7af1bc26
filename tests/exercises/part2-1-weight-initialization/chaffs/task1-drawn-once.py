# Misconception: One draw serves all layers of the same shape.
# Fails: task1-parameters-test-weights
# %% task1-parameters
def initial_parameters(sizes, initialiser, rng):
    p, drawn = {}, {}
    for k, shape in enumerate(zip(sizes, sizes[1:]), start=1):
        if shape not in drawn:
            drawn[shape] = initialiser(*shape, rng)
        p[f"h{k}_W"] = drawn[shape]
        p[f"h{k}_b"] = np.zeros((1, shape[1]))
    return p
