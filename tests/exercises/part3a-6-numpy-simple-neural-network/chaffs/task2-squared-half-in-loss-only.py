# Misconception: The half stands in the loss and the square's 2 in the signal.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y) / 2, 2 * (O - Y) / len(Y)
