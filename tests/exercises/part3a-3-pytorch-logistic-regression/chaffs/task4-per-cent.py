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
