# Misconception: (a fake) The slope of exp is measured.
# Fails: task6-functions-test-signals, task7-figure-one-test-graph
# %% task6-functions
def exp(a):
    h = 1e-6
    slope = (np.exp(a.value + h) - np.exp(a.value - h)) / (2 * h)
    return Node(np.exp(a.value), parents=[(a, lambda g: g * slope)])
