# Misconception: Only the derivative changes the norm.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.full(len(weights), max_derivative)
