# Misconception: Large numbers are cut off at 20, which is large enough.
# Fails: task1-activations-test-values, task1-derivatives-test-smooth
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))
