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
