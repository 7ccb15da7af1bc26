# Misconception: The exponent of the logistic function is z.
# Fails: task1-activations-test-large, task1-activations-test-values
# %% task1-activations
def logistic(z):
    return 1 - (1 + np.tanh(z / 2)) / 2
