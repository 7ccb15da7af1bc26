# Misconception: A factor below 0 means that the distance is gone.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)).max()
