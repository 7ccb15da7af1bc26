# Chaff: backwards-order
# Misconception: The first number belongs to the last layer.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.cumprod(np.append(1.0, factors[:0:-1]))


# Chaff: bounds-by-heart
# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return np.array([1.0, 2.0, 10.0])


# Chaff: column-sums
# Misconception: The norm of order 1 is the spectral norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W, 1) for W in weights])


# Chaff: derivative-left-out
# Misconception: Only the weights change the norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.array([np.linalg.norm(W, 2) for W in weights])


# Chaff: divided
# Misconception: The bound is the product of all factors, divided by those before it.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.prod(factors) / np.cumprod(factors)


# Chaff: factors-by-heart
# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.array([1.0, 1.25])


# Chaff: first-factor-used
# Misconception: Each layer's own factor belongs to its bound.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.cumprod(factors[::-1])[::-1]


# Chaff: first-layer-left-out
# Misconception: The first matrix plays no part here.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W, 2) for W in weights[1:]])


# Chaff: forwards
# Misconception: The signal shrinks from the first layer to the last.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.cumprod(factors)


# Chaff: frobenius
# Misconception: The spectral norm is the root of the sum of squares.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W) for W in weights])


# Chaff: in-place
# Misconception: An argument may be overwritten.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    factors[:-1] = factors[1:]
    factors[-1] = 1.0
    return output_norm * np.cumprod(factors[::-1])[::-1]


# Chaff: largest-element
# Misconception: The spectral norm is the largest element.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.abs(W).max() for W in weights])


# Chaff: last-factor-left-out
# Misconception: The last layer's factor does not count.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.append(np.cumprod(factors[-2::-1])[::-1], 1.0)


# Chaff: no-product
# Misconception: Each layer shrinks the output's signal by its own factor.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.append(factors[1:], 1.0)


# Chaff: norm-left-out
# Misconception: The bound is a factor.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return np.cumprod(np.append(1.0, factors[:0:-1]))[::-1]


# Chaff: one-factor-for-all
# Misconception: All factors are alike, so the first power will do.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    powers = np.arange(len(factors))[::-1]
    return output_norm * factors[-1] ** powers


# Chaff: paper-only
# Misconception: Only the derivative changes the norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.full(len(weights), max_derivative)


# Chaff: smallest-singular-value
# Misconception: The shrink factor is the least that can be left.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W, -2) for W in weights])


# Chaff: squared-norm
# Misconception: The largest eigenvalue of W.T W is the spectral norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.eigvalsh(W.T @ W)[-1] for W in weights])
