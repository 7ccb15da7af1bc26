# Misconception: The cost and the distance shrink by the same factor.
# Fails: task6-rates-test-rates
# %% task6-rates
def shrink_factor(x, rate):
    return ((1 - rate * curvatures(x)) ** 2).max()
