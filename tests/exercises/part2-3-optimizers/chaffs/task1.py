# Chaff: differences
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


# Chaff: example-by-heart
# Misconception: Fake: the worked example's result, learned by heart.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return np.array([0.95, 2.1]), {}


# Chaff: gradient-of-the-start
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


# Chaff: in-place
# Misconception: Writing into the parameter saves memory and does the same.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    parameter -= learning_rate * gradient
    return parameter, {}


# Chaff: memory-lost
# Misconception: The state is the business of the rule, each step gets an empty one.
# Fails: task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path = [start]
    for _ in range(steps):
        gradient = f(dp.Node(path[-1], "p")).grad(1)["p"]
        path.append(step(path[-1], gradient, {})[0])
    return np.concatenate(path)


# Chaff: memory-of-the-last-call
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


# Chaff: no-learning-rate
# Misconception: A step goes as far as the gradient is long.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - gradient, {}


# Chaff: normalized
# Misconception: Only the direction of a gradient counts, the learning rate is the
# length.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * gradient / np.linalg.norm(gradient), {}


# Chaff: parameter-only
# Misconception: A rule without a memory returns only the parameter.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * gradient


# Chaff: scales-the-gradient
# Misconception: The gradient is used up anyway, so it can be scaled in place.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    gradient *= learning_rate
    return parameter - gradient, {}


# Chaff: start-left-out
# Misconception: The path begins after the first step.
# Fails: task1-minimize-test-path, task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    point, state, path = start, {}, np.empty((0, start.shape[1]))
    for _ in range(steps):
        point, state = step(point, f(dp.Node(point, "p")).grad(1)["p"], state)
        path = np.concatenate([path, point])
    return path


# Chaff: three-axes
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


# Chaff: two-dimensions
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


# Chaff: uphill
# Misconception: The gradient shows where to go.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter + learning_rate * gradient, {}


# Chaff: clips-the-gradient
# Misconception: Large gradients are clipped, so that no step gets too long.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * np.clip(gradient, -5, 5), {}


# Chaff: returns-the-old-state
# Misconception: The state that came in is handed on.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * gradient, state


# Chaff: same-array-for-zero
# Misconception: Where the gradient is 0, the parameter itself can be returned.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    if not gradient.any():
        return parameter, {}
    return parameter - learning_rate * gradient, {}


# Chaff: one-empty-state
# Misconception: One empty dictionary serves all calls.
# Fails: task1-sgd-test-step
# %% task1-sgd
EMPTY = {}
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * gradient, EMPTY


# Chaff: minimize-stops-when-small
# Misconception: Where the gradient is tiny, the rule need not be asked.
# Fails: task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start.copy()], {}
    for _ in range(steps):
        g = f(dp.Node(path[-1], "p")).grad(1)["p"]
        if np.abs(g).max() < 1e-6:
            path += [path[-1]] * (steps + 1 - len(path))
            break
        point, state = step(path[-1], g, state)
        path.append(point)
    return np.concatenate(path)


# Chaff: minimize-stops-far-away
# Misconception: A path that leads far away is cut off.
# Fails: task1-minimize-test-path
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start.copy()], {}
    for _ in range(steps):
        g = f(dp.Node(path[-1], "p")).grad(1)["p"]
        if np.abs(path[-1]).max() > 1e3:
            break
        point, state = step(path[-1], g, state)
        path.append(point)
    return np.concatenate(path)


# Chaff: minimize-clips
# Misconception: Large gradients are clipped before the rule gets them.
# Fails: task1-minimize-test-path
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start.copy()], {}
    for _ in range(steps):
        g = np.clip(f(dp.Node(path[-1], "p")).grad(1)["p"], -10, 10)
        point, state = step(path[-1], g, state)
        path.append(point)
    return np.concatenate(path)


# Chaff: minimize-merges-states
# Misconception: What the rule returns is added to the old state.
# Fails: task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start.copy()], {}
    for _ in range(steps):
        g = f(dp.Node(path[-1], "p")).grad(1)["p"]
        point, new = step(path[-1], g, state)
        state.update(new)
        path.append(point)
    return np.concatenate(path)


# Chaff: minimize-dtype-of-start
# Misconception: The path has the type of start, whole numbers if it has.
# Fails: task1-minimize-test-path
# %% task1-minimize
def minimize(f, start, step, steps):
    path = np.zeros((steps + 1, start.shape[1]), dtype=start.dtype)
    path[0], state = start[0], {}
    for t in range(steps):
        g = f(dp.Node(path[t:t + 1], "p")).grad(1)["p"]
        path[t + 1:t + 2], state = step(path[t:t + 1], g, state)
    return path


# Chaff: minimize-skips-zero
# Misconception: A gradient of 0 needs no step.
# Fails: task1-minimize-test-state
# %% task1-minimize
def minimize(f, start, step, steps):
    path, state = [start.copy()], {}
    for _ in range(steps):
        g = f(dp.Node(path[-1], "p")).grad(1)["p"]
        if not g.any():
            path.append(path[-1])
            continue
        point, state = step(path[-1], g, state)
        path.append(point)
    return np.concatenate(path)
