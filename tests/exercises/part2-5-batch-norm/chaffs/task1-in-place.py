# Misconception: Subtracts the mean from the caller's array.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = x.var(axis=0, keepdims=True)
    x -= mean
    return x / np.sqrt(variance + epsilon), mean, variance
