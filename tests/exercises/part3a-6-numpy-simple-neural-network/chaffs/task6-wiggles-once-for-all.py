# Misconception: Wiggling a batch needs one pass for each parameter and one example.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass - n * weights[0], 2 * count * sum(weights)
