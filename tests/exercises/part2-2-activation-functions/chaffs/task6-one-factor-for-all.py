# Misconception: All factors are alike, so the first power will do.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    powers = np.arange(len(factors))[::-1]
    return output_norm * factors[-1] ** powers
