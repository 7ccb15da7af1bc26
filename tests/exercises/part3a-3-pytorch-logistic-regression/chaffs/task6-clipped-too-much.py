# Misconception: Nobody is surer than one in a thousand.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log(np.maximum(right, 1e-3)).mean()
