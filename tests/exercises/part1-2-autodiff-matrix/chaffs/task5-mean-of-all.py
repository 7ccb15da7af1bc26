# Misconception: a mean divides by the number of elements, all of them.
# Fails: task5-matrices-test-mean
# %% task5-matrices
def mean_elements(a, axis=None):
    return divide(sum_elements(a, axis), a.value.size)
