# Chaff: deviation-returned
# Misconception: Returns the standard deviation under the name of the variance.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean, deviation = x.mean(axis=0, keepdims=True), x.std(axis=0, keepdims=True)
    return (x - mean) / np.sqrt(deviation**2 + epsilon), mean, deviation


# Chaff: epsilon-in-variance
# Misconception: Returns the variance with epsilon already added.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean, variance = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True) + epsilon
    return (x - mean) / np.sqrt(variance), mean, variance


# Chaff: epsilon-outside
# Misconception: Epsilon is added to the standard deviation, as in Adam.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean, variance = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    return (x - mean) / (np.sqrt(variance) + epsilon), mean, variance


# Chaff: example-by-heart
# Misconception: Fake: the visible example's results in place of a computation.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean, variance = np.array([[2.0, 5.0]]), np.array([[4.0, 0.0]])
    return np.array([[-2 / 3, 0.0], [2 / 3, 0.0]]), mean, variance


# Chaff: in-place
# Misconception: Subtracts the mean from the caller's array.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = x.var(axis=0, keepdims=True)
    x -= mean
    return x / np.sqrt(variance + epsilon), mean, variance


# Chaff: mean-of-squares
# Misconception: The mean of squares minus the squared mean is as good as the variance.
# Fails: task1-standardise-test-edges
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = (x**2).mean(axis=0, keepdims=True) - mean**2
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance


# Chaff: no-root
# Misconception: Divides by the variance instead of its root.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean, variance = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    return (x - mean) / (variance + epsilon), mean, variance


# Chaff: per-row
# Misconception: Each example is standardized by its own numbers (layer normalization).
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=1, keepdims=True)
    variance = x.var(axis=1, keepdims=True)
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance


# Chaff: sample-variance
# Misconception: The variance of a batch divides by n - 1.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = ((x - mean) ** 2).sum(axis=0, keepdims=True) / max(1, len(x) - 1)
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance


# Chaff: whole-batch
# Misconception: One mean and one variance for all columns together.
# Fails: task1-standardise-test-edges, task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean, variance = np.full((1, x.shape[1]), x.mean()), np.full((1, x.shape[1]), x.var())
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance


# Chaff: clips
# Misconception: Values beyond three standard deviations are cut off, as outliers.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = x.var(axis=0, keepdims=True)
    return np.clip((x - mean) / np.sqrt(variance + epsilon), -3, 3), mean, variance


# Chaff: one-example-variance-one
# Misconception: One example has no variance, so 1 stands in for it.
# Fails: task1-standardise-test-edges
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    if len(x) == 1:
        return np.zeros_like(x), x, np.ones_like(x)
    mean = x.mean(axis=0, keepdims=True)
    variance = x.var(axis=0, keepdims=True)
    return (x - mean) / np.sqrt(variance + epsilon), mean, variance


# Chaff: nearly-constant-is-constant
# Misconception: A column that hardly varies counts as constant.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = x.var(axis=0, keepdims=True)
    x_hat = (x - mean) / np.sqrt(variance + epsilon)
    return np.where(variance < 1e-4, 0.0, x_hat), mean, variance


# Chaff: returns-mean-of-squares
# Misconception: The returned variance, which nothing divides, may lose its digits.
# Fails: task1-standardise-test-edges
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    variance = (x**2).mean(axis=0, keepdims=True) - mean**2
    return (x - mean) / np.sqrt(x.var(axis=0) + epsilon), mean, variance
