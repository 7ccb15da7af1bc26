# Misconception: Small probabilities raise the alarm.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = [scores(confusion_matrix(labels, probabilities <= t))
             for t in thresholds]
    return (np.array([some["precision"] for some in found]),
            np.array([some["recall"] for some in found]))
