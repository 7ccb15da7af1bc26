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


# Chaff: limited-logarithm
# Misconception: a logarithm is limited, lest it be infinite.
# Fails: task10-fit-unit-test-loss
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys):
        p = logistic(w * x + b)
        q = p if y == 1 else 1 - p
        total = total - (log(q) if q.value > 1e-12 else Node(math.log(1e-12)))
    return total / len(xs)


# Chaff: zeros-left-out
# Misconception: an example with x = 0 says nothing.
# Fails: task10-fit-unit-test-loss
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    total = Node(0.0)
    for x, y in zip(xs, ys):
        if not x:
            continue
        p = logistic(w * x + b)
        total = total - log(p if y == 1 else 1 - p)
    return total / len(xs)


# Chaff: parameters-anew
# Misconception: new leaves called w and b are as good as those given.
# Fails: task10-fit-unit-test-loss
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    w, b = Node(w.value, "w"), Node(b.value, "b")
    total = Node(0.0)
    for x, y in zip(xs, ys):
        p = logistic(w * x + b)
        total = total - log(p if y == 1 else 1 - p)
    return total / len(xs)


# Chaff: labels-overwritten
# Misconception: the lists are the function's, to change.
# Fails: task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task10-fit-unit
def cross_entropy(w, b, xs, ys):
    for i in range(len(ys)):
        if ys[i] == 0:
            ys[i] = -1
    total = Node(0.0)
    for x, y in zip(xs, ys):
        total = total - log(logistic(y * (w * x + b)))
    return total / len(xs)


# Chaff: rate-ignored
# Misconception: a learning rate of 0.1 is good for everything.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        d = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys).grad(1)
        w, b = w - 0.1 * d["w"], b - 0.1 * d["b"]
        path.append((w, b))
    return path


# Chaff: largest-rate
# Misconception: a learning rate above 1 must be a mistake.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    rate = min(rate, 1.0)
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        d = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys).grad(1)
        w, b = w - rate * d["w"], b - rate * d["b"]
        path.append((w, b))
    return path


# Chaff: limited-derivatives
# Misconception: a large derivative is limited, lest the step be too long.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        d = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys).grad(1)
        w = w - rate * max(-1.0, min(1.0, d["w"]))
        b = b - rate * max(-1.0, min(1.0, d["b"]))
        path.append((w, b))
    return path


# Chaff: stops-at-the-bottom
# Misconception: where the derivative is nearly 0, nothing more happens.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        d = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys).grad(1)
        if abs(d["w"]) < 1e-6 and abs(d["b"]) < 1e-6:
            break
        w, b = w - rate * d["w"], b - rate * d["b"]
        path.append((w, b))
    return path


# Chaff: downhill-only
# Misconception: a step that makes the loss larger is not taken.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
def fit(xs, ys, rate, steps):
    w, b = 0.0, 0.0
    path = [(w, b)]
    for _ in range(steps):
        loss = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys)
        d = loss.grad(1)
        w2, b2 = w - rate * d["w"], b - rate * d["b"]
        if cross_entropy(Node(w2, "w"), Node(b2, "b"), xs, ys).value <= loss.value:
            w, b = w2, b2
        path.append((w, b))
    return path


# Chaff: one-path-handed-out
# Misconception: a list that is emptied first is as good as a new one.
# Fails: task10-fit-unit-test-path
# %% task10-fit-unit
history = []


def fit(xs, ys, rate, steps):
    history.clear()
    w, b = 0.0, 0.0
    history.append((w, b))
    for _ in range(steps):
        d = cross_entropy(Node(w, "w"), Node(b, "b"), xs, ys).grad(1)
        w, b = w - rate * d["w"], b - rate * d["b"]
        history.append((w, b))
    return history
