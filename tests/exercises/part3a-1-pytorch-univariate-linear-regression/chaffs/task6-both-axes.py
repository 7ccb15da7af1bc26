# Misconception: The distance shrinks by both factors, one after the other.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return (1 - rate * curvatures(x)).abs().prod()
