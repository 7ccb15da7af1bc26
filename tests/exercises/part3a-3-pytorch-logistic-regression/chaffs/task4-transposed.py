# Misconception: Rows are what was said.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[np.sum((labels == a) & (predicted == b)) for a in (0, 1)] for b in (0, 1)])
