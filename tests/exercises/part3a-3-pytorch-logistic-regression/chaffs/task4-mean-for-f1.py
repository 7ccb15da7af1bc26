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
