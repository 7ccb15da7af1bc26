# Misconception: axis 0 is the rows' axis, so it gives a sum per row.
# Fails: task5-matrices-test-mean, task5-matrices-test-transpose-sum
# %% task5-matrices
def sum_elements(a, axis=None):
    axis = None if axis is None else 1 - axis
    return Node(a.value.sum(axis=axis, keepdims=True),
                parents=[(a, lambda g: g * np.ones(a.value.shape))])


def mean_elements(a, axis=None):
    axis = None if axis is None else 1 - axis
    share = 1 / (a.value.size if axis is None else a.value.shape[axis])
    return Node(a.value.mean(axis=axis, keepdims=True),
                parents=[(a, lambda g: g * share * np.ones(a.value.shape))])
