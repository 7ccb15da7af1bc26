# Misconception: Fake: the visible examples' numbers.
# Fails: task2-statistics-test-numbers, task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    if len(x) == 2:
        return [np.array([[2.0, 0.0], [0.0, 5.0]])]
    return [np.array([[np.tanh(1.0), 0.0]])]


# %% task2-statistics
def statistics(values):
    return np.array([[1.75, np.sqrt(29 / 4 - 1.75**2)]])
