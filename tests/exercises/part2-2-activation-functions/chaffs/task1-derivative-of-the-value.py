# Misconception: The argument of the derivative is the value of the function.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    return z * (1 - z)
