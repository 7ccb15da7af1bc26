# Misconception: One row of means, one of deviations.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean() for a in values], [a.std() for a in values]])
