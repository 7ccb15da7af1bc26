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


# Chaff: starts-at-a
# Misconception: any start will do, so a itself is as good as 1.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = a
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: start-called-a
# Misconception: the start is called a, since the result depends on a.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1, "a")
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: start-called-y
# Misconception: the start needs a name, since it stands in the formula.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1, "y")
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: relative-tolerance
# Misconception: a tolerance is relative to the number.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1.0)
    while abs(y.value**2 - a.value) / a.value > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: error-of-the-root
# Misconception: the tolerance is one for the root.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1.0)
    while abs(y.value - math.sqrt(a.value)) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: at-least-one-round
# Misconception: a loop runs at least once.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1.0)
    while True:
        y = (y + a / y) / 2
        if abs(y.value**2 - a.value) <= tolerance:
            return y


# Chaff: larger-default
# Misconception: 1e-8 is small enough for a default.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-8):
    if a.value <= 0:
        raise ValueError("a must be positive")
    y = Node(1.0)
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: smallest-tolerance
# Misconception: nobody needs a tolerance below 1e-10.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    tolerance = max(tolerance, 1e-10)
    y = Node(1.0)
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: leaf-anew
# Misconception: a new leaf with the value of a is as good as a.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    a = Node(a.value, a.name)
    y = Node(1.0)
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y


# Chaff: tiny-refused
# Misconception: what is nearly 0 has no root.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value < 1e-3:
        raise ValueError("a must be positive")
    y = Node(1.0)
    while abs(y.value**2 - a.value) > tolerance:
        y = (y + a / y) / 2
    return y
