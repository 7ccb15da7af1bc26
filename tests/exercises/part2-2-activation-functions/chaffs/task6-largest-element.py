# Misconception: The spectral norm is the largest element.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.abs(W).max() for W in weights])
