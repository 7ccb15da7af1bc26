# Misconception: The derivative of s z is s z.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def leaky_relu_derivative(z, slope=0.01):
    return np.where(z > 0, 1.0, slope * z)
