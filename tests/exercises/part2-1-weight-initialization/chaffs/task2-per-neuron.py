# Misconception: The deviation is that of each neuron, averaged.
# Fails: task2-statistics-test-numbers
# %% task2-statistics
def statistics(values):
    return np.array([[a.mean(), a.std(axis=0).mean()] for a in values])
