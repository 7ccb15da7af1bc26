# Misconception: a list of lists is a matrix
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    return [[int(np.sum((labels == a) & (predicted == b))) for b in range(classes)]
            for a in range(classes)]
