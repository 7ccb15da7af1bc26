# Misconception: Negative numbers are overwritten in the caller's array.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    z[z < 0] = 0.0
    return z
