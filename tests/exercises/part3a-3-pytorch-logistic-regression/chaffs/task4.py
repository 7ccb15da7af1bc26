# Chaff: about-enough
# Misconception: A recall that is nearly reached is enough.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall - 0.01].max()


# Chaff: above-the-threshold
# Misconception: An alarm needs more than the threshold.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = [scores(confusion_matrix(labels, probabilities > t))
             for t in thresholds]
    return (np.array([some["precision"] for some in found]),
            np.array([some["recall"] for some in found]))


# Chaff: accuracy-of-positives
# Misconception: Right answers are the true positives.
# Fails: task4-scores-test-scores
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part > 0 else 0.0

    precision, recall = share(tp, fp), share(tp, fn)
    return {"accuracy": share(tp, tn + fp + fn), "precision": precision,
            "recall": recall, "f1": share(2 * tp, fp + fn)}


# Chaff: any-threshold
# Misconception: The probabilities are thresholds, too.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    both = np.concatenate([thresholds, probabilities])
    _, r = precision_recall_curve(probabilities, labels, both)
    return both[r >= min_recall].max()


# Chaff: below-the-threshold
# Misconception: Small probabilities raise the alarm.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = [scores(confusion_matrix(labels, probabilities <= t))
             for t in thresholds]
    return (np.array([some["precision"] for some in found]),
            np.array([some["recall"] for some in found]))


# Chaff: bits
# Misconception: Labels are whole numbers.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[sum(1 - (labels | predicted)), sum((1 - labels) & predicted)],
                     [sum(labels & (1 - predicted)), sum(labels & predicted)]])


# Chaff: choice-by-heart
# Misconception: The choice of the visible check is learned by heart.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return 0.6


# Chaff: f1-divides-by-zero
# Misconception: Precision and recall are never both 0.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = (map(int, row) for row in matrix)
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return {"accuracy": (tn + tp) / (tn + fp + fn + tp),
            "precision": precision, "recall": recall,
            "f1": 2 * precision * recall / (precision + recall)}


# Chaff: first-threshold
# Misconception: The first threshold that will do is the largest.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall][0] if (recalls >= min_recall).any() else thresholds[99]


# Chaff: list
# Misconception: A list of lists is an array.
# Fails: task4-scores-test-matrix
# %% task4-scores
def confusion_matrix(labels, predicted):
    return [[np.sum((labels == a) & (predicted == b)) for b in (0, 1)] for a in (0, 1)]


# Chaff: matrix-by-heart
# Misconception: The matrix of the visible check is learned by heart.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[3, 0], [1, 2]])


# Chaff: mean-for-f1
# Misconception: F1 is the mean of precision and recall.
# Fails: task4-scores-test-scores
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part > 0 else 0.0

    precision, recall = share(tp, fp), share(tp, fn)
    return {"accuracy": share(tn + tp, fp + fn), "precision": precision,
            "recall": recall, "f1": (precision + recall) / 2}


# Chaff: more-than-wanted
# Misconception: The recall must be greater than what is wanted.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls > min_recall].max()


# Chaff: nan
# Misconception: A score that cannot be computed is not a number.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part + rest > 0 else float("nan")

    return {"accuracy": share(tn + tp, fp + fn), "precision": share(tp, fp),
            "recall": share(tp, fn), "f1": share(2 * tp, fp + fn)}


# Chaff: nearest-recall
# Misconception: The threshold with the nearest recall is the best.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[np.argmin(np.abs(recalls - min_recall))]


# Chaff: nearly-an-alarm
# Misconception: A probability just below the threshold is an alarm.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = [scores(confusion_matrix(labels, probabilities > t - 1e-3)) for t in thresholds]
    return (np.array([some["precision"] for some in found]),
            np.array([some["recall"] for some in found]))


# Chaff: nothing-found
# Misconception: A threshold that finds nothing cannot be chosen.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[(recalls >= min_recall) & (recalls > 0)].max()


# Chaff: nothing-is-perfect
# Misconception: Whoever raises no alarm makes no mistake: 0/0 is 1.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part > 0 else 1.0

    precision, recall = share(tp, fp), share(tp, fn)
    return {"accuracy": share(tn + tp, fp + fn), "precision": precision,
            "recall": recall, "f1": share(2 * tp, fp + fn)}


# Chaff: nothing-right
# Misconception: Without true positives all scores are 0.
# Fails: task4-scores-test-scores
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    if tp == 0:
        return {"accuracy": 0.0, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    return {"accuracy": (tn + tp) / matrix.sum(), "precision": tp / (tp + fp), "recall": tp / (tp + fn), "f1": 2 * tp / (2 * tp + fp + fn)}


# Chaff: one-dictionary
# Misconception: One dictionary holds the scores of all matrices.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
result = {}


def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    result["accuracy"] = (tn + tp) / (tn + tp + fn + fp)
    result["precision"] = tp / (tp + fp) if tp else 0.0
    result["recall"] = tp / (tp + fn) if tp else 0.0
    result["f1"] = 2 * tp / (2 * tp + fp + fn)
    return result


# Chaff: per-cent
# Misconception: Scores are percentages.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part > 0 else 0.0

    precision, recall = share(tp, fp), share(tp, fn)
    return {"accuracy": 100 * share(tn + tp, fp + fn), "precision": 100 * precision,
            "recall": 100 * recall, "f1": 100 * share(2 * tp, fp + fn)}


# Chaff: positive-first
# Misconception: The positive class comes first.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[np.sum((labels == a) & (predicted == b)) for b in (1, 0)] for a in (1, 0)])


# Chaff: precision-is-recall
# Misconception: Precision is the share of positives that are found.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part > 0 else 0.0

    precision, recall = share(tp, fp), share(tp, fn)
    return {"accuracy": share(tn + tp, fp + fn), "precision": recall,
            "recall": precision, "f1": share(2 * tp, fp + fn)}


# Chaff: recalls-first
# Misconception: The recalls come first.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = [scores(confusion_matrix(labels, probabilities >= t))
             for t in thresholds]
    return (np.array([some["recall"] for some in found]),
            np.array([some["precision"] for some in found]))


# Chaff: silent
# Misconception: If no threshold will do, the smallest is returned.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall].max(initial=thresholds.min())


# Chaff: small-counts
# Misconception: Eight bits are enough for a count.
# Fails: task4-scores-test-matrix
# %% task4-scores
def confusion_matrix(labels, predicted):
    matrix = np.zeros((2, 2), np.uint8)
    np.add.at(matrix, (labels.astype(int), predicted.astype(int)), 1)
    return matrix


# Chaff: smallest-threshold
# Misconception: The careful choice is the smallest threshold.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall].min()


# Chaff: sorted-in-place
# Misconception: The thresholds may be sorted where they are.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    thresholds.sort()
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    return thresholds[recalls >= min_recall].max()


# Chaff: specificity
# Misconception: Recall is the share of negatives that are left alone.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part > 0 else 0.0

    precision, recall = share(tp, fp), share(tp, fn)
    return {"accuracy": share(tn + tp, fp + fn), "precision": precision,
            "recall": share(tn, fp), "f1": share(2 * tp, fp + fn)}


# Chaff: threshold-as-key
# Misconception: Each threshold comes once.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = {t: scores(confusion_matrix(labels, probabilities >= t)) for t in thresholds}
    return (np.array([some["precision"] for some in found.values()]),
            np.array([some["recall"] for some in found.values()]))


# Chaff: threshold-zero
# Misconception: A threshold of 0 means that none was found.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    best = 0
    for t, r in zip(thresholds, recalls):
        if r >= min_recall and t > best:
            best = t
    if not best:
        raise ValueError("none")
    return best


# Chaff: thresholds-sorted
# Misconception: Thresholds come in rising order.
# Fails: task4-thresholds-test-choice
# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    found = [scores(confusion_matrix(labels, probabilities >= t))
             for t in sorted(thresholds)]
    return (np.array([some["precision"] for some in found]),
            np.array([some["recall"] for some in found]))


# Chaff: transposed
# Misconception: Rows are what was said.
# Fails: task4-scores-test-matrix, task4-thresholds-test-choice
# %% task4-scores
def confusion_matrix(labels, predicted):
    return np.array([[np.sum((labels == a) & (predicted == b)) for a in (0, 1)] for b in (0, 1)])


