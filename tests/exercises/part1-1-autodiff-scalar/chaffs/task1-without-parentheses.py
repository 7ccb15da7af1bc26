# Misconception: dividing by 2 * h needs no parentheses.
# Fails: task1-numeric-derivative-test-values, task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 * h
