# Misconception: The factor 100 belongs to the first square.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p[:, 0], p[:, 1]
    return 100 * (1 - x) ** 2 + (y - x**2) ** 2
