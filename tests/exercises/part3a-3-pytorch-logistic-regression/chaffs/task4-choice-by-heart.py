# Misconception: The choice of the visible check is learned by heart.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return 0.6
