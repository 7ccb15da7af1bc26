# Misconception: The rate that is fastest is the largest one.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 2 / curvatures(x).sum()
