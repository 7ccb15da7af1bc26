# Misconception: The faster axis decides on the pace.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)).abs().min()
