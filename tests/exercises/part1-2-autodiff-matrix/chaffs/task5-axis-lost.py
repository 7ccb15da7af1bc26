# Misconception: NumPy's sum per row is a vector, and Node makes two axes of it.
# Fails: task5-matrices-test-transpose-sum
# %% task5-matrices
def sum_elements(a, axis=None):
    value = a.value.sum(axis=axis)
    return Node(value, parents=[
        (a, lambda g: g.reshape(-1, 1) * np.ones(a.value.shape) if axis == 1
            else g * np.ones(a.value.shape))])
