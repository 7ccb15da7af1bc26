# Misconception: The norm of order 1 is the spectral norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W, 1) for W in weights])
