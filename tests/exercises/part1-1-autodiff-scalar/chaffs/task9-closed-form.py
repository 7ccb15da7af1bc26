# Misconception: the square root has a power of its own.
# Fails: task9-newton-test-loop
# %% task9-newton
def newton_sqrt(a, tolerance=1e-10):
    if a.value <= 0:
        raise ValueError("a must be positive")
    return a**0.5
