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
