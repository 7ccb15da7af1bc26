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
