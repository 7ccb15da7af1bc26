# Misconception: Any small slope will do as the default.
# Fails: task1-activations-test-values
# %% task1-activations
def leaky_relu(z, slope=0.2):
    return np.where(z > 0, z, slope * z)
