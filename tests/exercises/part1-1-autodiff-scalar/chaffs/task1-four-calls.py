# Misconception: the central difference is the mean of both one-sided ones, each
# computed for itself.
# Fails: task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    forward = (f(x + h) - f(x)) / h
    backward = (f(x) - f(x - h)) / h
    return (forward + backward) / 2
