# Misconception: If no threshold will do, the smallest is returned.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall].max(initial=thresholds.min())
