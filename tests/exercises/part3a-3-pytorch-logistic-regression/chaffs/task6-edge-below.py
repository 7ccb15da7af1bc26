# Misconception: A probability on an edge belongs to the bin below.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.maximum(np.ceil(probabilities * bins).astype(int) - 1, 0)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))
