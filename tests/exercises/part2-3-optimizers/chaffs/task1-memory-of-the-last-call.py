# Misconception: A state in a default argument is new for each call.
# Fails: task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    return follow_path(f, start, step, steps)


def follow_path(f, start, step, steps, memory={"state": {}}):
    path = [start]
    for _ in range(steps):
        gradient = f(dp.Node(path[-1], "p")).grad(1)["p"]
        point, memory["state"] = step(path[-1], gradient, memory["state"])
        path.append(point)
    return np.concatenate(path)
