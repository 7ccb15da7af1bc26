# Misconception: The smaller curvature decides how large a step may be.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 2 / curvatures(x).min()
