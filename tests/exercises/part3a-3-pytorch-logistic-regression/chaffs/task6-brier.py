# Misconception: The squared error of probabilities is the log-loss.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return ((1 - right) ** 2).mean()
