# Misconception: A list of points is a path, whatever shape the points have.
# Fails: task1-minimize-test-path, task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start], {}
    for _ in range(steps):
        gradient = f(dp.Node(path[-1], "p")).grad(1)["p"]
        point, state = step(path[-1], gradient, state)
        path.append(point)
    return np.array(path)
