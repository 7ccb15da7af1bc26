# Misconception: divides by the number of all examples
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    return np.diag(matrix) / matrix.sum()
