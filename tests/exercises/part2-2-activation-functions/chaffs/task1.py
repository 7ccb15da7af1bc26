# Chaff: by-heart
# Misconception: Fake: the visible tests' numbers in place of a computation.
# Fails: task1-activations-test-values, task1-derivatives-test-smooth
# %% task1-activations
def logistic(z):
    if z.min() < -500:
        return np.clip(np.sign(z) / 2 + 0.5, 0, 1)
    if z.shape == (2,):
        return np.array([0.5, 0.75])
    return np.clip(z / 4 + 0.5, 0, 1)


# Chaff: clipped-too-early
# Misconception: Large numbers are cut off at 20, which is large enough.
# Fails: task1-activations-test-values, task1-derivatives-test-smooth
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


# Chaff: cut-off-at-30
# Misconception: Beyond 30 the function is as good as constant.
# Fails: task1-activations-test-values, task1-derivatives-test-smooth
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


# Chaff: derivative-never-0
# Misconception: A derivative must not become 0, so it has a least value.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    z = np.clip(z, -29, 29)
    return logistic(z) * (1 - logistic(z))
def tanh_derivative(z):
    return np.maximum(1 - np.tanh(z)**2, 1e-13)


# Chaff: derivative-of-the-value
# Misconception: The argument of the derivative is the value of the function.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    return z * (1 - z)


# Chaff: derivative-overflows
# Misconception: Only the function itself has to stand large numbers.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


# Chaff: derivative-warns
# Misconception: Only the value counts; a warning does no harm.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return 1 / np.cosh(z)**2


# Chaff: derivatives-from-dp
# Misconception: Fake: the derivatives by dp's backward walk.
# Fails: task1-derivatives-test-kinks, task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return dp.Node(z, "z").tanh().sum().grad(1)["z"]


def relu_derivative(z):
    return dp.Node(z, "z").relu().sum().grad(1)["z"]


# Chaff: exponent-positive
# Misconception: The exponent of the logistic function is z.
# Fails: task1-activations-test-values
# %% task1-activations
def logistic(z):
    return (1 - np.tanh(z / 2)) / 2


# Chaff: finite-differences
# Misconception: Fake: the derivatives by finite differences.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    return (logistic(z + 1e-5) - logistic(z - 1e-5)) / 2e-5


def tanh_derivative(z):
    return (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 2e-5


# Chaff: from-dp
# Misconception: Fake: the functions of dp's nodes, which make a matrix of everything.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    return dp.Node(z).relu().value


# Chaff: hands-out-z
# Misconception: Where nothing is to be changed, z itself is the result.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    if (z >= 0).all():
        return z
    return np.maximum(0, z)


# Chaff: in-place
# Misconception: An argument may be overwritten.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    z[z < 0] = 0
    return z


# Chaff: kink-from-the-right
# Misconception: At 0 relu has the derivative 1.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def relu_derivative(z):
    return np.where(z >= 0, 1.0, 0.0)


# Chaff: kink-half
# Misconception: At 0 the derivative is the mean of both sides.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def leaky_relu_derivative(z, slope=0.01):
    return (1 + slope + (1 - slope) * np.sign(z)) / 2


# Chaff: leak-forgotten
# Misconception: Both ReLUs have the same derivative.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def leaky_relu_derivative(z, slope=0.01):
    return np.where(z > 0, 1.0, 0.0)


# Chaff: leaky-upwards
# Misconception: The leak rises to the left, as in the absolute value.
# Fails: task1-activations-test-values
# %% task1-activations
def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, -slope * z)


# Chaff: line-for-slope
# Misconception: The derivative of s z is s z.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def leaky_relu_derivative(z, slope=0.01):
    return np.where(z > 0, 1.0, slope * z)


# Chaff: one-maximum
# Misconception: max(0, z) is one number for the whole array.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    return max(0.0, z.max())


# Chaff: other-slope
# Misconception: Any small slope will do as the default.
# Fails: task1-activations-test-values
# %% task1-activations
def leaky_relu(z, slope=0.2):
    return np.where(z > 0, z, slope * z)


# Chaff: overflow
# Misconception: The formula as it stands, whose exponential overflows.
# Fails: task1-activations-test-values, task1-derivatives-test-smooth
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-z))


# Chaff: small-is-zero
# Misconception: A small positive number is as good as 0.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def relu_derivative(z):
    return (z > 1e-8).astype(float)


# Chaff: tanh-as-logistic
# Misconception: The derivative of tanh has the form of that of logistic.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return np.tanh(z) * (1 - np.tanh(z))


# Chaff: tanh-not-squared
# Misconception: The derivative of tanh is 1 - tanh.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return 1 - np.tanh(z)
