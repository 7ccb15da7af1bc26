# Misconception: max(0, z) is one number for the whole array.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    return max(0.0, z.max())
