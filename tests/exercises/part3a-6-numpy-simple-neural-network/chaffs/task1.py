# Chaff: absolute
# Misconception: ReLU takes away the sign.
# Fails: task1-activations-test-values, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task1-activations
def relu(z):
    return np.abs(z)


# Chaff: memorized
# Misconception: Fake: the values of the visible tests in place of a function.
# Fails: task1-activations-test-large, task1-activations-test-values
# %% task1-activations
def logistic(z):
    return np.array([0.0, 0.5, 1.0]) if len(z) == 3 else np.array([0.5, 0.75])


# Chaff: clipped
# Misconception: Large arguments are clipped, beyond 20 nothing changes any more.
# Fails: task1-activations-test-large
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


# Chaff: derivative-in-place
# Misconception: The kept value is not needed any more and may be overwritten.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def logistic_derivative(h):
    h *= 1 - h
    return h


# Chaff: derivative-of-z
# Misconception: The derivative's argument is z, as in Part 2.2.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def logistic_derivative(h):
    s = logistic(h)
    return s * (1 - s)


# Chaff: exponent-sign
# Misconception: The exponent of the logistic function is z.
# Fails: task1-activations-test-large, task1-activations-test-values
# %% task1-activations
def logistic(z):
    return 1 - (1 + np.tanh(z / 2)) / 2


# Chaff: in-place
# Misconception: Negative numbers are overwritten in the caller's array.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    z[z < 0] = 0.0
    return z


# Chaff: kink-is-one
# Misconception: At its kink ReLU has the derivative 1.
# Fails: task1-derivatives-test-slopes, task5-get-grad-test-pair
# %% task1-derivatives
def relu_derivative(h):
    return np.where(h >= 0, 1.0, 0.0)


# Chaff: logistic-rule-for-all
# Misconception: Every activation has the derivative h (1 - h).
# Fails: task1-derivatives-test-slopes, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task1-derivatives
def relu_derivative(h):
    return h * (1 - h)


# Chaff: not-squared
# Misconception: The derivative of tanh is one minus its value.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def tanh_derivative(h):
    return 1 - h


# Chaff: overflow
# Misconception: The formula can be written down as it stands in the book.
# Fails: task1-activations-test-large
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-z))


# Chaff: tanh-not-halved
# Misconception: Logistic is tanh, shifted and halved, but not stretched.
# Fails: task1-activations-test-values
# %% task1-activations
def logistic(z):
    return (1 + np.tanh(z)) / 2


# Chaff: tanh-of-tanh
# Misconception: The derivative of tanh takes tanh of its argument once more.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def tanh_derivative(h):
    return 1 - np.tanh(h) ** 2


# Chaff: probabilities-clipped
# Misconception: No probability may be exactly 0 or 1.
# Fails: task1-activations-test-large
# %% task1-activations
def logistic(z):
    return np.clip((1 + np.tanh(z / 2)) / 2, 1e-12, 1 - 1e-12)


# Chaff: relu-capped
# Misconception: A value above 6 is cut off, so that nothing explodes.
# Fails: task1-activations-test-values, task5-fit-test-digits, task5-get-grad-test-pair
# %% task1-activations
def relu(z):
    return np.clip(z, 0, 6)


# Chaff: relu-returns-its-argument
# Misconception: Where nothing is negative the argument itself is the result.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    return z if (z >= 0).all() else np.maximum(z, 0)


# Chaff: relu-threshold
# Misconception: To compare floats with 0 one needs a small threshold.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    return np.where(z > 1e-6, z, 0)


# Chaff: derivative-floored
# Misconception: A derivative that is nearly 0 stops learning, so it gets a floor.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def logistic_derivative(h):
    return np.maximum(h * (1 - h), 1e-7)


# Chaff: tanh-derivative-floored
# Misconception: A derivative that is nearly 0 stops learning, so it gets a floor.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def tanh_derivative(h):
    return np.maximum(1 - h**2, 1e-6)


# Chaff: derivative-threshold
# Misconception: Whether h is positive is decided with a small threshold.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def relu_derivative(h):
    return np.where(h > 1e-6, 1.0, 0.0)
