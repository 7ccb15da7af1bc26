# Misconception: The squared error has no half, so its signal has a 2.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y), 2 * (O - Y) / len(Y)
