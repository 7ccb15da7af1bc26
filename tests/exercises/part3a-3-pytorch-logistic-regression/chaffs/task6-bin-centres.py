# Misconception: The mean probability is the middle of the bin.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([(bin_of[group].mean() + 0.5) / bins for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))
