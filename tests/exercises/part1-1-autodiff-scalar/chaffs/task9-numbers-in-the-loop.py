# Misconception: values are easier to compute with than nodes.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = 1.0
    while abs(y**2 - a.value) > tolerance:
        y = (y + a.value / y) / 2
    return Node(y)
