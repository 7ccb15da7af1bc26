# Misconception: A loss is one number, so the points are summed up.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.25, 2.625)
    total = sum((c - x + x * y**n) ** 2 for n, c in enumerate(constants, 1))
    return total.sum()
