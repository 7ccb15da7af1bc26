# Misconception: Returns the standard deviation under the name of the variance.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, epsilon=1e-5):
    mean, deviation = x.mean(axis=0, keepdims=True), x.std(axis=0, keepdims=True)
    return (x - mean) / np.sqrt(deviation**2 + epsilon), mean, deviation
