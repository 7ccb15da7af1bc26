# Misconception: One mean and one variance for all columns together.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean, variance = np.full((1, x.shape[1]), x.mean()), np.full((1, x.shape[1]), x.var())
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance
