# Misconception: Only the function itself has to stand large numbers.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def logistic_derivative(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
