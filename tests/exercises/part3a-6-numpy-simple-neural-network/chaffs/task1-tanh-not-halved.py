# Misconception: Logistic is tanh, shifted and halved, but not stretched.
# Fails: task1-activations-test-values
# %% task1-activations
def logistic(z):
    return (1 + np.tanh(z)) / 2
