# Chaff: one-after-the-other
# Misconception: b can use the new w at once.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        w = w - rate * cross_entropy(Node(w, "w"), Node(b), xs, ys).grad(1)["w"]
        b = b - rate * cross_entropy(Node(w), Node(b, "b"), xs, ys).grad(1)["b"]
        path.append((w, b))
    return path


# Chaff: one-class
# Misconception: only positive examples have a loss.
# Fails: task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys, strict=True):
        total = total - y * log(logistic(w * x + b))
    return total / len(xs)


# Chaff: squared-error
# Misconception: any measure of error is a cross-entropy.
# Fails: task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys, strict=True):
        total = total + (logistic(w * x + b) - y) ** 2
    return total / len(xs)


# Chaff: sum-not-mean
# Misconception: a sum of losses is as good as their mean.
# Fails: task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys, strict=True):
        p = logistic(w * x + b)
        total = total - log(p if y == 1 else 1 - p)
    return total


# Chaff: uphill
# Misconception: the gradient shows the way.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        derivative = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys).grad(1)
        w, b = w + rate * derivative["w"], b + rate * derivative["b"]
        path.append((w, b))
    return path
