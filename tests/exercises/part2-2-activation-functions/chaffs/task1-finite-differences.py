# Misconception: Fake: the derivatives by finite differences.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    return (logistic(z + 1e-5) - logistic(z - 1e-5)) / 2e-5


def tanh_derivative(z):
    return (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 2e-5
