# Misconception: the derivative of a sum is 1 for each element, so the rule returns ones.
# Fails: task5-matrices-test-transpose-sum, task7-figure-one-test-graph
# %% task5-matrices
def sum_elements(a, axis=None):
    return Node(a.value.sum(axis=axis, keepdims=True),
                parents=[(a, lambda g: np.ones(a.value.shape))])
