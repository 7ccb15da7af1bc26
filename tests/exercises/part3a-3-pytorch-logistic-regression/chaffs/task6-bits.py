# Misconception: The logarithm is that of base 2.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log2(np.maximum(right, 1e-12)).mean()
