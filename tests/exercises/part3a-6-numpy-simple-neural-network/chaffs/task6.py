# Chaff: memorized
# Misconception: Fake: the visible example's numbers.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    return (9, 12, 234) if n == 1 else (160_000, 217_600, 1_628_800_000)


# Chaff: examples-forgotten
# Misconception: A product's price does not depend on the number of examples.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    n = 1
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass - n * weights[0], 2 * count * forward_pass


# Chaff: input-has-biases
# Misconception: The input has biases, too.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes)
    return forward_pass, 2 * forward_pass - n * weights[0], 2 * count * forward_pass


# Chaff: last-left-out
# Misconception: It is the last layer that sends no signal.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass - n * weights[-1], 2 * count * forward_pass


# Chaff: no-signals
# Misconception: The way back has one product for each layer, as the way forward.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, forward_pass, 2 * count * forward_pass


# Chaff: one-side
# Misconception: Each parameter needs one more forward pass.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass - n * weights[0], count * forward_pass


# Chaff: signal-for-x
# Misconception: Every layer sends a signal back, the first one, too.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass, 2 * count * forward_pass


# Chaff: weights-only
# Misconception: Biases are no parameters.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights)
    return forward_pass, 2 * forward_pass - n * weights[0], 2 * count * forward_pass


# Chaff: wiggles-once-for-all
# Misconception: Wiggling a batch needs one pass for each parameter and one example.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    weights = [a * c for a, c in zip(sizes, sizes[1:])]
    forward_pass = n * sum(weights)
    count = sum(weights) + sum(sizes[1:])
    return forward_pass, 2 * forward_pass - n * weights[0], 2 * count * sum(weights)


# Chaff: list-used-up
# Misconception: The sizes may be taken from the list one by one.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    f = 0
    parts = []
    count = 0
    while len(sizes) > 1:
        a = sizes.pop(0)
        parts.append(n * a * sizes[0])
        count += (a + 1) * sizes[0]
    f = sum(parts)
    return f, 2 * f - parts[0], 2 * count * f
