# Misconception: Labels are whole numbers.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[sum(1 - (labels | predicted)), sum((1 - labels) & predicted)],
                     [sum(labels & (1 - predicted)), sum(labels & predicted)]])
