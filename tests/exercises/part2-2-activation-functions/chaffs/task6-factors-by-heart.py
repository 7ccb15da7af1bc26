# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task6-bound-test-factors
# %% task6-bound
def shrink_factors(weights, max_derivative):
    return np.array([1.0, 1.25])
