# Misconception: The path begins after the first step.
# Fails: task1-minimize-test-path, task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    point, state, path = start, {}, np.empty((0, start.shape[1]))
    for _ in range(steps):
        point, state = step(point, f(dp.Node(point, "p")).grad(1)["p"], state)
        path = np.concatenate([path, point])
    return path
