# Misconception: only rows are ever broadcast: biases.
# Fails: task3-unbroadcast-test-both-axes, task3-unbroadcast-test-one-axis,
#        task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task3-unbroadcast
def unbroadcast(g, shape):
    if shape != g.shape:
        g = g.sum(axis=0, keepdims=True)
    return g
