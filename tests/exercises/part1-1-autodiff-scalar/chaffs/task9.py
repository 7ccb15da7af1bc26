# Chaff: closed-form
# Misconception: the square root has a power of its own.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    return a**0.5


# Chaff: last-step-only
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


# Chaff: no-error
# Misconception: nobody takes the root of a negative number.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    y = Node(1.0)
    for _ in range(100):
        if abs(y.value**2 - a.value) <= tolerance:
            break
        y = (y + a / y) / 2
    return y


# Chaff: numbers-in-the-loop
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
