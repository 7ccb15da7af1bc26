# Misconception: 0 / 0 is left as it comes
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    with np.errstate(invalid="ignore"):
        return np.diag(matrix) / matrix.sum(axis=1)
