# Misconception: All three brackets have the same power of y.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.25, 2.625)
    return sum((c - x + x * y) ** 2 for c in constants)
