# Misconception: The kept value is not needed any more and may be overwritten.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def logistic_derivative(h):
    h *= 1 - h
    return h
