# Misconception: Variance and standard deviation are the same.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.var()] for a in values])
