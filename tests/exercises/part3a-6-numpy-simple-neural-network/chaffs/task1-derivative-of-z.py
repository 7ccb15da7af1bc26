# Misconception: The derivative's argument is z, as in Part 2.2.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def logistic_derivative(h):
    s = logistic(h)
    return s * (1 - s)
