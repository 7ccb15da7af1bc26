# Misconception: Only the weights change the norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.array([np.linalg.norm(W, 2) for W in weights])
