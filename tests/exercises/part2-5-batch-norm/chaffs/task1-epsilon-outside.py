# Misconception: Epsilon is added to the standard deviation, as in Adam.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean, variance = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    return (x - mean) / (np.sqrt(variance) + epsilon), mean, variance
