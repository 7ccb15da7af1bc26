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
