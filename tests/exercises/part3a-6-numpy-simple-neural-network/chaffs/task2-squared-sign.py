# Misconception: The signal is what is missing, Y - O.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y) / 2, (Y - O) / len(Y)
