# Misconception: Empty bins hold zeros.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in range(bins)]
    return (np.array([probabilities[group].sum() / max(group.sum(), 1) for group in groups]),
            np.array([labels[group].sum() / max(group.sum(), 1) for group in groups]),
            np.array([group.sum() for group in groups]))
