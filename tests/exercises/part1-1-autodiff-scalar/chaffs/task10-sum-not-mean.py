# Misconception: a sum of losses is as good as their mean.
# Fails: task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys, strict=True):
        p = logistic(w * x + b)
        total = total - log(p if y == 1 else 1 - p)
    return total
