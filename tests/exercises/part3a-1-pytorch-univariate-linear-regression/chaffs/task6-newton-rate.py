# Misconception: The largest rate is 1 by the curvature.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 1 / curvatures(x).max()
