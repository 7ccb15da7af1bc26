# Misconception: The nearest edge is the bin.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.round(probabilities * bins).astype(int)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))
