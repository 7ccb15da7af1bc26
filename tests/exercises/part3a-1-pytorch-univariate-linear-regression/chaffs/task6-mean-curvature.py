# Misconception: The mean of both curvatures decides.
# Fails: task6-rates-test-rates
# %% task6-rates
def largest_rate(x):
    return 2 / curvatures(x).mean()
