# Chaff: axes-mixed-up
# Misconception: a row is what remains when rows are summed along axis 1.
# Fails: task3-unbroadcast-test-one-axis, task4-arithmetic-test-plain,
#        task4-arithmetic-test-signals, task7-figure-one-test-graph
# %% task3-unbroadcast
def unbroadcast(g, shape):
    if shape == g.shape:
        return g
    for axis in (0, 1):
        if shape[1 - axis] == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


# Chaff: axis-lost
# Misconception: a sum along an axis leaves a vector, which is as good as a row.
# Fails: task3-unbroadcast-test-one-axis, task4-arithmetic-test-plain,
#        task4-arithmetic-test-signals, task7-figure-one-test-graph
# %% task3-unbroadcast
def unbroadcast(g, shape):
    if shape == g.shape:
        return g
    if shape[0] == 1 and shape[1] == 1:
        return g.sum().reshape(1, 1)
    if shape[0] == 1:
        return g.sum(axis=0)
    if shape[1] == 1:
        return g.sum(axis=1)
    return g


# Chaff: mean
# Misconception: what was repeated is averaged.
# Fails: task3-unbroadcast-test-both-axes, task3-unbroadcast-test-one-axis,
#        task4-arithmetic-test-plain, task4-arithmetic-test-signals,
#        task7-figure-one-test-graph
# %% task3-unbroadcast
def unbroadcast(g, shape):
    for axis in (0, 1):
        if shape[axis] == 1:
            g = g.mean(axis=axis, keepdims=True)
    return g


# Chaff: one-axis-only
# Misconception: an operand is repeated along one axis: where the first is found, the work
# is done.
# Fails: task3-unbroadcast-test-both-axes, task4-arithmetic-test-plain,
#        task4-arithmetic-test-signals
# %% task3-unbroadcast
def unbroadcast(g, shape):
    for axis in (0, 1):
        if shape[axis] == 1:
            return g.sum(axis=axis, keepdims=True)
    return g


# Chaff: row-or-nothing
# Misconception: only rows are ever broadcast: biases.
# Fails: task3-unbroadcast-test-both-axes, task3-unbroadcast-test-one-axis,
#        task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task3-unbroadcast
def unbroadcast(g, shape):
    if shape != g.shape:
        g = g.sum(axis=0, keepdims=True)
    return g


# Chaff: takes-the-first
# Misconception: all copies of the operand are equal, so the first signal stands for all.
# Fails: task3-unbroadcast-test-both-axes, task3-unbroadcast-test-one-axis,
#        task4-arithmetic-test-plain, task4-arithmetic-test-signals,
#        task7-figure-one-test-graph
# %% task3-unbroadcast
def unbroadcast(g, shape):
    return g[: shape[0], : shape[1]]


# Chaff: writes-into-g
# Misconception: g is a fresh array, so one can add up in place.
# Fails: task3-unbroadcast-test-both-axes, task3-unbroadcast-test-one-axis,
#        task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task3-unbroadcast
def unbroadcast(g, shape):
    if shape[0] == 1:
        for row in g[1:]:
            g[0] += row
        g = g[:1]
    if shape[1] == 1:
        g = g.sum(axis=1, keepdims=True)
    return g
