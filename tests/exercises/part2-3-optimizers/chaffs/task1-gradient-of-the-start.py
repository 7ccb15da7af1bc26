# Misconception: The gradient is computed once, where the path begins.
# Fails: task1-minimize-test-path, task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start], {}
    gradient = f(dp.Node(start, "p")).grad(1)["p"]
    for _ in range(steps):
        point, state = step(path[-1], gradient, state)
        path.append(point)
    return np.concatenate(path)
