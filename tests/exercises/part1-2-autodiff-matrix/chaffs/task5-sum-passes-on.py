# Misconception: a sum passes the signal on as it is.
# Fails: task5-matrices-test-transpose-sum, task7-figure-one-test-graph
# %% task5-matrices
def sum_elements(a, axis=None):
    return Node(a.value.sum(axis=axis, keepdims=True), parents=[(a, lambda g: g)])
