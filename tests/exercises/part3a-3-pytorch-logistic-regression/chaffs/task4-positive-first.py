# Misconception: The positive class comes first.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[np.sum((labels == a) & (predicted == b)) for b in (1, 0)] for a in (1, 0)])
