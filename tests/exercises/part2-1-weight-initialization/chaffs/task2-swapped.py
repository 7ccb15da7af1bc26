# Misconception: The deviation comes first.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.std(), a.mean()] for a in values])
