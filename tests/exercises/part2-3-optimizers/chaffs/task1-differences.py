# Misconception: Fake: finite differences in place of grad.
# Fails: task1-minimize-test-path
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start], {}
    for _ in range(steps):
        gradient = np.zeros_like(path[-1])
        for i in range(gradient.size):
            h = np.zeros_like(gradient)
            h[0, i] = 1e-5
            ends = [f(dp.Node(path[-1] + d)).value.item() for d in (-h, h)]
            gradient[0, i] = (ends[1] - ends[0]) / 2e-5
        point, state = step(path[-1], gradient, state)
        path.append(point)
    return np.concatenate(path)
