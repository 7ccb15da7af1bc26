# Misconception: Fake: the visible counts.
# Fails: task6-columns-test-counts, task6-gradients-test-networks
# %% task6-columns
def distinct_columns(array, tolerance=1e-8):
    return 1 if tolerance > 1e-3 or not array.any() else 3
