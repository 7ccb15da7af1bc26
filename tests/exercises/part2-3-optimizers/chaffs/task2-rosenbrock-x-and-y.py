# Misconception: y is the first column, as the first index is the row.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    y, x = p[:, 0], p[:, 1]
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2
