# Misconception: += with index arrays counts each pair once
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes), int)
    matrix[labels, predicted] += 1
    return matrix
