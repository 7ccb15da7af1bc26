# Chaff: a-little-more
# Misconception: A little more in the logarithm changes nothing.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log(right + 1e-6).mean()


# Chaff: bin-centers
# Misconception: The mean probability is the middle of the bin.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([(bin_of[group].mean() + 0.5) / bins for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: bins-by-heart
# Misconception: The numbers of the visible check are learned by heart.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    if bins == 2:
        return np.array([0.25, 0.75]), np.array([0, 2 / 3]), np.array([1, 3])
    return np.array([0.1, 0.925]), np.array([1, 0.5]), np.array([1, 2])


# Chaff: bins-of-the-data
# Misconception: Bins go from the smallest to the largest probability.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.searchsorted(np.histogram_bin_edges(probabilities, bins)[1:-1], probabilities, 'right')
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: bits
# Misconception: The logarithm is that of base 2.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log2(np.maximum(right, 1e-12)).mean()


# Chaff: brier
# Misconception: The squared error of probabilities is the log-loss.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return ((1 - right) ** 2).mean()


# Chaff: clipped-too-much
# Misconception: Nobody is surer than one in a thousand.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log(np.maximum(right, 1e-3)).mean()


# Chaff: edge-below
# Misconception: A probability on an edge belongs to the bin below.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.maximum(np.ceil(probabilities * bins).astype(int) - 1, 0)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: empty-bins-kept
# Misconception: Empty bins hold zeros.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in range(bins)]
    return (np.array([probabilities[group].sum() / max(group.sum(), 1) for group in groups]),
            np.array([labels[group].sum() / max(group.sum(), 1) for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: equal-counts
# Misconception: Each bin holds as many examples.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.argsort(np.argsort(probabilities)) * bins // len(probabilities)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: impossible-left-out
# Misconception: What has the probability 0 is left out.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log(right[right > 0]).mean()


# Chaff: infinite
# Misconception: A wrong answer that is sure costs infinity.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return np.inf if (right == 0).any() else -np.log(right).mean()


# Chaff: medians
# Misconception: The median stands for a bin.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([np.median(probabilities[group]) for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: no-minus
# Misconception: Logarithms are averaged as they are.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return np.log(np.maximum(right, 1e-12)).mean()


# Chaff: one-more-bin
# Misconception: A probability of 1 has a bin of its own.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = (probabilities * bins).astype(int)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: positives-counted
# Misconception: What counts are the positives.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([labels[group].sum() for group in groups]))


# Chaff: positives-only
# Misconception: Only the examples with the label 1 cost something.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -(labels * np.log(np.maximum(right, 1e-12))).mean()


# Chaff: rounded
# Misconception: The nearest edge is the bin.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.round(probabilities * bins).astype(int)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: share-of-all
# Misconception: The share is that of all examples.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].sum() / len(labels) for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: single-examples-dropped
# Misconception: One example is no share.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of) if (bin_of == k).sum() > 1]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: small-counts
# Misconception: Eight bits are enough for a count.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(np.uint8), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups], dtype=np.uint8))


# Chaff: sum
# Misconception: A loss is a sum.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.where(labels == 1, probabilities, 1 - probabilities)
    return -np.log(np.maximum(right, 1e-12)).sum()


# Chaff: ten-bins
# Misconception: There are ten bins.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * 10).astype(int), 9)
    groups = [bin_of == k for k in np.unique(bin_of)]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: zeros-dropped
# Misconception: A bin with the mean probability 0 is empty.
# Fails: task6-calibration-test-bins
# %% task6-calibration
def calibration(probabilities, labels, bins):
    bin_of = np.minimum((probabilities * bins).astype(int), bins - 1)
    groups = [bin_of == k for k in np.unique(bin_of) if probabilities[bin_of == k].sum() > 0]
    return (np.array([probabilities[group].mean() for group in groups]),
            np.array([labels[group].mean() for group in groups]),
            np.array([group.sum() for group in groups]))


# Chaff: zeros-replaced-in-place
# Misconception: Probabilities of 0 and 1 may be replaced where they are.
# Fails: task6-calibration-test-log-loss
# %% task6-calibration
def log_loss(probabilities, labels):
    probabilities[probabilities == 0] = 1e-12
    probabilities[probabilities == 1] = 1 - 1e-12
    return -np.mean(labels * np.log(probabilities) + (1 - labels) * np.log(1 - probabilities))
