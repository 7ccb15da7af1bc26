# Misconception: At 0 the derivative is the mean of both sides.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def leaky_relu_derivative(z, slope=0.01):
    return (1 + slope + (1 - slope) * np.sign(z)) / 2
