# Misconception: Points always have two coordinates.
# Fails: task1-minimize-test-path, task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = np.zeros((steps + 1, 2)), {}
    path[0] = start[0, :2]
    for i in range(steps):
        gradient = f(dp.Node(path[i], "p")).grad(1)["p"]
        point, state = step(path[i : i + 1], gradient, state)
        path[i + 1] = point[0]
    return path
