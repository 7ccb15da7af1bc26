# Misconception: A little more in the logarithm changes nothing.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log(right + 1e-6).mean()
