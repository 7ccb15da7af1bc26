# Misconception: The tolerance is always 1e-8.
# Fails: task6-columns-test-counts
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = 1e-8 * np.abs(array).max()
    counted = []
    for column in array.T:
        if all(np.abs(column - other).max() > limit for other in counted):
            counted.append(column)
    return len(counted)
