# Misconception: A wrong answer that is sure costs infinity.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return np.inf if (right == 0).any() else -np.log(right).mean()
