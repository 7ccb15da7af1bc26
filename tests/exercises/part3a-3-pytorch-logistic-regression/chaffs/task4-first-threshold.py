# Misconception: The first threshold that will do is the largest.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall][0] if (recalls >= min_recall).any() else thresholds[99]
