# Misconception: The state is the business of the rule, each step gets an empty one.
# Fails: task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path = [start]
    for _ in range(steps):
        gradient = f(dp.Node(path[-1], "p")).grad(1)["p"]
        path.append(step(path[-1], gradient, {})[0])
    return np.concatenate(path)
