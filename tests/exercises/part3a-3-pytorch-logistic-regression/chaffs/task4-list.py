# Misconception: A list of lists is an array.
# Fails: task4-scores-test-matrix
# %% task4-scores
def confusion_matrix(labels, predicted):
    return [[np.sum((labels == a) & (predicted == b)) for b in (0, 1)] for a in (0, 1)]
