# Misconception: only classes that occur have a row
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    size = max(labels.max(), predicted.max()) + 1
    matrix = np.zeros((size, size), int)
    np.add.at(matrix, (labels, predicted), 1)
    return matrix
