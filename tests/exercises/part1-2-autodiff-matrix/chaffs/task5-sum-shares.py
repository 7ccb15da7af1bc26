# Misconception: a sum divides its signal among its elements, so that none is lost.
# Fails: task5-matrices-test-transpose-sum, task7-figure-one-test-graph
# %% task5-matrices
def sum_elements(a, axis=None):
    value = a.value.sum(axis=axis, keepdims=True)
    share = value.size / a.value.size
    return Node(value, parents=[(a, lambda g: g * share * np.ones(a.value.shape))])


def mean_elements(a, axis=None):
    value = a.value.mean(axis=axis, keepdims=True)
    share = value.size / a.value.size
    return Node(value, parents=[(a, lambda g: g * share * np.ones(a.value.shape))])
