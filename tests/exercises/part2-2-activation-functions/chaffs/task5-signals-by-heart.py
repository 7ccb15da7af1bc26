# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task5-signals-test-norms
# %% task5-signals
def signal_norms(layers, activation, loss, x, y):
    return np.array([3.0, np.sqrt(2)])
