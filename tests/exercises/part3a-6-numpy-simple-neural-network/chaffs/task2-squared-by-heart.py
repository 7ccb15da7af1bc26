# Misconception: Fake: the visible example's numbers.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return 3.25, np.array([[0.0, 1.0], [1.5, 0.0]])
