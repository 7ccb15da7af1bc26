# Misconception: A point is p[0, 0] and p[0, 1].
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p[0, 0], p[0, 1]
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2
