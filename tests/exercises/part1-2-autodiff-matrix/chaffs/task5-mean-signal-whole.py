# Misconception: the mean passes its signal back like the sum.
# Fails: task5-matrices-test-mean
# %% task5-matrices
def mean_elements(a, axis=None):
    return Node(a.value.mean(axis=axis, keepdims=True),
                parents=[(a, lambda g: g * np.ones(a.value.shape))])
