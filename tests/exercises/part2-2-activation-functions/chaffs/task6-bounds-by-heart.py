# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return np.array([1.0, 2.0, 10.0])
