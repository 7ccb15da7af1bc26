# Misconception: a class without examples has the recall 1
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    totals = matrix.sum(axis=1)
    return np.where(totals > 0, np.diag(matrix) / np.maximum(totals, 1), 1.0)
