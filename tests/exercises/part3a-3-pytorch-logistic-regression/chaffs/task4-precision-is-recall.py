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
