# Misconception: Divide by one less than the count, as for a sample.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.std(ddof=1)] for a in values])
