# Misconception: Only the examples with the label 1 cost something.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -(labels * np.log(np.maximum(right, 1e-12))).mean()
