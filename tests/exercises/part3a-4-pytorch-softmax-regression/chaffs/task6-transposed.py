# Misconception: rows are answers
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes), int)
    np.add.at(matrix, (predicted, labels), 1)
    return matrix
