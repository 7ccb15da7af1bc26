# Misconception: At 0 relu has the derivative 1.
# Fails: task1-derivatives-test-kinks
# %% task1-derivatives
def relu_derivative(z):
    return np.where(z >= 0, 1.0, 0.0)
