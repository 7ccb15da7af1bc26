# Misconception: The spectral norm is the root of the sum of squares.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W) for W in weights])
