# Misconception: n / size parts of nearly equal size are batches of that size.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    return np.array_split(rng.permutation(n), -(-n // size))
