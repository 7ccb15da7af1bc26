# Misconception: Bins go from the smallest to the largest probability.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.searchsorted(np.histogram_bin_edges(probabilities, bins)[1:-1], probabilities, 'right')
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))
