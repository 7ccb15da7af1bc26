# Misconception: 2.625 belongs to the square of y.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.625, 2.25)
    return sum((c - x + x * y**n) ** 2 for n, c in enumerate(constants, 1))
