# Misconception: The variance of a batch divides by n - 1.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = ((x - mean) ** 2).sum(axis=0, keepdims=True) / max(1, len(x) - 1)
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance
