# Misconception: Precision and recall are never both 0.
# Fails: task4-scores-test-scores, task4-thresholds-test-choice
# %% task4-scores
def scores(matrix):
    (tn, fp), (fn, tp) = (map(int, row) for row in matrix)
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return {"accuracy": (tn + tp) / (tn + fp + fn + tp),
            "precision": precision, "recall": recall,
            "f1": 2 * precision * recall / (precision + recall)}
