# Misconception: The formula can be written down as it stands in the book.
# Fails: task1-activations-test-large
# %% task1-activations
def logistic(z):
    return 1 / (1 + np.exp(-z))
