# Misconception: The matrix of the visible check is learned by heart.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[3, 0], [1, 2]])
