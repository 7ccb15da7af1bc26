# Misconception: only positive examples have a loss.
# Fails: task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys, strict=True):
        total = total - y * log(logistic(w * x + b))
    return total / len(xs)
