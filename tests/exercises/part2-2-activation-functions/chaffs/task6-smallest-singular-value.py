# Misconception: The shrink factor is the least that can be left.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W, -2) for W in weights])
