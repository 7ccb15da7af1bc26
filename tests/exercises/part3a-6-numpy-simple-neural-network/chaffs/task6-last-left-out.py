# Misconception: It is the last layer that sends no signal.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass - n * weights[-1], 2 * count * forward_pass
