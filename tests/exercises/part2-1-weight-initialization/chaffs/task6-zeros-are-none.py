# Misconception: Columns of zeros do not count.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if column.any() and all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)
