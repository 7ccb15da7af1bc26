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
