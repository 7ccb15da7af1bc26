# Misconception: divides by the columns' sums
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    return np.diag(matrix) / np.maximum(matrix.sum(axis=0), 1)
