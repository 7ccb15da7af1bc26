# Misconception: A generator with a fixed seed inside makes the run repeatable.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i:i + size] for i in range(0, n, size)]
