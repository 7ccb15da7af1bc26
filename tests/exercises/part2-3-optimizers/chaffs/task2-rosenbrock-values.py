# Misconception: A formula of values, put into a node, is good enough.
# Fails: task2-landscapes-test-rosenbrock
# %% task2-landscapes
def rosenbrock(p):
    x, y = p.value[:, :1], p.value[:, 1:]
    return dp.Node((1 - x) ** 2 + 100 * (y - x**2) ** 2)
