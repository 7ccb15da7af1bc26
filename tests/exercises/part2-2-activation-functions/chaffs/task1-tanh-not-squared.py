# Misconception: The derivative of tanh is 1 - tanh.
# Fails: task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return 1 - np.tanh(z)
