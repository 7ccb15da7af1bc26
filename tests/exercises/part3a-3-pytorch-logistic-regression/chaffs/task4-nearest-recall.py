# Misconception: The threshold with the nearest recall is the best.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[np.argmin(np.abs(recalls - min_recall))]
