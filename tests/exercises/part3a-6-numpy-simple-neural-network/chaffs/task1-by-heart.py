# Misconception: Fake: the values of the visible tests in place of a function.
# Fails: task1-activations-test-large, task1-activations-test-values
# %% task1-activations
def logistic(z):
    return np.array([0.0, 0.5, 1.0]) if len(z) == 3 else np.array([0.5, 0.75])
