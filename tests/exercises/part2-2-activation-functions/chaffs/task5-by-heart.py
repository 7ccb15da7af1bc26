# Misconception: Fake: the visible test's numbers in place of a computation.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    net.loss(x, y)
    return np.array([12.0, 12.0, 2.0])
