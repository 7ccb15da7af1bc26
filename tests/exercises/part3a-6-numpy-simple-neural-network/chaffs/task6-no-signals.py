# Misconception: The way back has one product for each layer, as the way forward.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, forward_pass, 2 * count * forward_pass
