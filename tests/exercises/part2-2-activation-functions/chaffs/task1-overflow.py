# Misconception: The formula as it stands, whose exponential overflows.
# Fails: task1-activations-test-values
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-z))
