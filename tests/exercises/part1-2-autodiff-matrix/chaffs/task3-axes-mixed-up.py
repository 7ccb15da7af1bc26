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
