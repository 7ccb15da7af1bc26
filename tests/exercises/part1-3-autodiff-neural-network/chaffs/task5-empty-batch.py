# Misconception: The range of starts ends with n, so that nothing is left out.
# Fails: task5-mini-batches-test-cuts
# %% task5-mini-batches
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i:i + size] for i in range(0, n + 1, size)]
