# Misconception: Random batches are drawn one by one.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    return [rng.integers(0, n, size=min(size, n - i)) for i in range(0, n, size)]
