# Misconception: ReLU takes away the sign.
# Fails: task1-activations-test-values, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task1-activations
def relu(z):
    return np.abs(z)
