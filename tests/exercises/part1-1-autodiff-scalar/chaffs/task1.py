# Chaff: four-calls
# Misconception: the central difference is the mean of both one-sided ones, each
# computed for itself.
# Fails: task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    forward = (f(x + h) - f(x)) / h
    backward = (f(x) - f(x - h)) / h
    return (forward + backward) / 2


# Chaff: learned-by-heart
# Misconception: the example's number is the answer.
# Fails: task1-numeric-derivative-test-values, task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return 12.01


# Chaff: one-sided
# Misconception: the one-sided difference of the calculus book is good enough.
# Fails: task1-numeric-derivative-test-values, task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return (f(x + h) - f(x)) / h


# Chaff: own-step
# Misconception: a small step is always better, whatever the caller asks for.
# Fails: task1-numeric-derivative-test-values, task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)


# Chaff: without-parentheses
# Misconception: dividing by 2 * h needs no parentheses.
# Fails: task1-numeric-derivative-test-values, task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 * h


# Chaff: smaller-default
# Misconception: the smaller the default step, the better.
# Fails: task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


# Chaff: smallest-step
# Misconception: a step below some size must be a mistake of the caller's.
# Fails: task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    h = max(h, 1e-6)
    return (f(x + h) - f(x - h)) / (2 * h)


# Chaff: largest-step
# Misconception: a large step must be a mistake of the caller's.
# Fails: task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    h = min(h, 0.5)
    return (f(x + h) - f(x - h)) / (2 * h)


# Chaff: rounded
# Misconception: ten digits after the point are enough for any result.
# Fails: task1-numeric-derivative-test-values
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return round((f(x + h) - f(x - h)) / (2 * h), 10)
