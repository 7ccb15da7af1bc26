# Misconception: Columns with the same sum are the same.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(abs(column.sum() - other.sum()) > limit for other in counted):
            counted.append(column)
    return len(counted)
