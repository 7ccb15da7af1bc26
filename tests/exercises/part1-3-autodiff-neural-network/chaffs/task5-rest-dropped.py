# Misconception: Batches that are not full are left out.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i:i + size] for i in range(0, n - size + 1, size)]
