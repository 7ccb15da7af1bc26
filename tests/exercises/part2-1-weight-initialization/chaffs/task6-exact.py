# Misconception: Equal means equal in every digit.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return np.unique(array, axis=1).shape[1]
