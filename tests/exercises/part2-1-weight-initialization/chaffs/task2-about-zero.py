# Misconception: The spread is measured from 0, not from the mean.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), np.sqrt((a**2).mean())] for a in values])
