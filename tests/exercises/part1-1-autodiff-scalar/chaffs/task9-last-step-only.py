# Misconception: only the last step of the loop matters for the derivative.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1.0)
    while abs(y.value**2 - a.value) > tolerance:
        y = (y.value + a / y.value) / 2
    return y
