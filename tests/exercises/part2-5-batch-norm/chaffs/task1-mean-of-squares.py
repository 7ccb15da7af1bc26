# Misconception: The mean of squares minus the squared mean is as good as the variance.
# Fails: task1-standardise-test-edges
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = (x**2).mean(axis=0, keepdims=True) - mean**2
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance
