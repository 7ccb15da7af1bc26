# Misconception: A factor can be taken as a value, as x in x * y**n.
# Fails: task2-landscapes-test-beale
# %% task2-landscapes
def beale(p):
    x, y = p[:, 0], p[:, 1]
    constants = (1.5, 2.25, 2.625)
    return sum((c - x + x.value * y**n) ** 2 for n, c in enumerate(constants, 1))
