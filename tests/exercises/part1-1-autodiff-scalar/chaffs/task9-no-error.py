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
