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
