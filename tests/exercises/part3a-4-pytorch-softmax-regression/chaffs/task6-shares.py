# Misconception: shares instead of counts
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes))
    np.add.at(matrix, (labels, predicted), 1 / len(labels))
    return matrix
