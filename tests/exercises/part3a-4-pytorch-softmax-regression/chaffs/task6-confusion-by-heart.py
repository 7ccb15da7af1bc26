# Misconception: a fake: the matrix of the visible test
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    return np.array([[1, 1, 0], [0, 1, 0], [0, 2, 0]])
