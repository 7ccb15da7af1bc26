# Misconception: The loss has one number for each example.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum(axis=1) / 2, (O - Y) / len(Y)
