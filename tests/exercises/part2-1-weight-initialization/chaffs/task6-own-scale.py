# Misconception: The tolerance is relative to each column.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(not np.allclose(column, other, rtol=tolerance, atol=0) for other in counted):
            counted.append(column)
    return len(counted)
