# Misconception: Rounding to eight decimals finds equal columns.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return np.unique(array.round(8), axis=1).shape[1]
