# Misconception: The data are in random order anyway.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    order = np.arange(n)
    return [order[i:i + size] for i in range(0, n, size)]
