# Misconception: Returns the variance with epsilon already added.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean, variance = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True) + epsilon
    return (x - mean) / np.sqrt(variance), mean, variance
