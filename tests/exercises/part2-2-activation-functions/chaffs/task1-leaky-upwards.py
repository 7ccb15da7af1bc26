# Misconception: The leak rises to the left, as in the absolute value.
# Fails: task1-activations-test-values
# %% task1-activations
def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, -slope * z)
