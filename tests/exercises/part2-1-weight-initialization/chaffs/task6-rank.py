# Misconception: Distinct columns are independent ones.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return int(np.linalg.matrix_rank(array))
