# Misconception: Fake: the visible example's results in place of a computation.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean, variance = np.array([[2.0, 5.0]]), np.array([[4.0, 0.0]])
    return np.array([[-2 / 3, 0.0], [2 / 3, 0.0]]), mean, variance
