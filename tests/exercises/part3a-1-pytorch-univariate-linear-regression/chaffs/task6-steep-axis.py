# Misconception: The steep axis is always the slower one.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)[1]).abs()
