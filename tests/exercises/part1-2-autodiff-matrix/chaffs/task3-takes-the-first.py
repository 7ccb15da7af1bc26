# Misconception: all copies of the operand are equal, so the first signal stands for all.
# Fails: task3-unbroadcast-test-both-axes, task3-unbroadcast-test-one-axis,
#        task4-arithmetic-test-plain, task4-arithmetic-test-signals,
#        task7-figure-one-test-graph
# %% task3-unbroadcast
def unbroadcast(g, shape):
    return g[: shape[0], : shape[1]]
