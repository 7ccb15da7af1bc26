# Misconception: Large arguments are clipped, beyond 20 nothing changes any more.
# Fails: task1-activations-test-large
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))
