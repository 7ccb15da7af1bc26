# Misconception: A score that cannot be computed is not a number.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = matrix

    def share(part, rest):
        return part / (part + rest) if part + rest > 0 else float("nan")

    return {"accuracy": share(tn + tp, fp + fn), "precision": share(tp, fp),
            "recall": share(tp, fn), "f1": share(2 * tp, fp + fn)}
