# Misconception: The largest eigenvalue of W.T W is the spectral norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.eigvalsh(W.T @ W)[-1] for W in weights])
