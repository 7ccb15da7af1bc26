# Misconception: The first matrix plays no part here.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return max_derivative * np.array([np.linalg.norm(W, 2) for W in weights[1:]])
