# Misconception: The numbers of the visible check are learned by heart.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    if bins == 2:
        return np.array([0.25, 0.75]), np.array([0, 2 / 3]), np.array([1, 3])
    return np.array([0.1, 0.925]), np.array([1, 0.5]), np.array([1, 2])
