# Misconception: Only neighbouring columns are compared.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    limit = tolerance * np.abs(array).max()
    counted = []
    for column in array.T:
        if not counted or np.abs(column - last).max() > limit:
            counted.append(column)
        last = column
    return len(counted)
