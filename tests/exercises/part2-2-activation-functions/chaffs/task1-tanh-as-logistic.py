# Misconception: The derivative of tanh has the form of that of logistic.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return np.tanh(z) * (1 - np.tanh(z))
